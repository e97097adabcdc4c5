package dev.replenish.outline.words;

import dev.replenish.board.Status;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the status of a task from the marks at either end of its title. */
public final class Marks {
  private static final Pattern SHOUTED_FIRST =
      Pattern.compile(
          "^((?:DONE|TODO|WIP|BLOCKED)(?=[\\s:–—-]|$)|\\p{Lu}{3,}(?:"
              + " \\p{Lu}+)?(?=\\s*[:–—]|\\s+-\\s|$))");
  private static final Pattern MARKED_FIRST =
      Pattern.compile(
          "^(?:\\*\\*|__|`|[\\[(]){1,3}(\\p{Lu}{2,}(?:["
              + " -]\\p{Lu}+)?)(?:\\*\\*|__|`|[\\])]){1,3}(?=[\\s:–—-]|$)");
  private static final GuardedPattern BEHIND_BOLD =
      GuardedPattern.of("\\*\\*\\s*[-–—:]+\\s*([\\p{L} ]{3,20}?)\\s*[:.,(]", "-–—:");
  private static final Pattern SHOUTED_LAST =
      Pattern.compile(
          "(?:(?:^|\\s)(DONE|TODO|WIP|BLOCKED|IN PROGRESS|ON HOLD)"
              + "|[:–—-]\\s*(\\p{Lu}{3,})|\\s(?:\\*\\*|__|`)(\\p{Lu}{3,})(?:\\*\\*|__|`))[.!]?$");
  private static final Pattern SHOUTED_AT_END =
      Pattern.compile(
          "\\s[-–—]+\\s+(?:\\*\\*|__|`)?(\\p{Lu}[\\p{Lu}_ ]{3,40})(?:[\\d.\\s`*_-]*|\\s+\\(.*\\))$");
  private static final Pattern SHOUTED_IN_BRACKETS =
      Pattern.compile("\\s\\[(\\p{Lu}{4,20})\\s[^\\]]*\\]$");
  private static final Pattern SHOUTED_IN_BOLD =
      Pattern.compile("\\s(?:\\*\\*|__)(\\p{Lu}{5,})\\s[^*_]{1,40}(?:\\*\\*|__)$");
  private static final Pattern SHOUTED_BEHIND_BOLD =
      Pattern.compile(
          "^(?:\\*\\*|__)[^*]{1,200}(?:\\*\\*|__)\\s*[-–—:]+\\s*(\\p{Lu}[\\p{Lu}_]{5,40})\\b");
  private static final GuardedPattern BETWEEN =
      GuardedPattern.of(
          "^(?:\\*\\*|__)[^*]{1,80}(?:\\*\\*|__)\\s+([\\p{L}][\\p{L} -]{2,20}?)\\s+[-–—]\\s",
          "-–—");
  private static final GuardedPattern DASHED_LAST =
      GuardedPattern.of(
          "(?:\\s[-–—]+\\s*|[–—]\\s*)(?:\\*\\*|__|`)?([\\p{L} ]{3,20})(?:\\*\\*|__|`)?[.!]?$",
          "-–—");
  private static final GuardedPattern BRACKETED_LAST =
      GuardedPattern.atEnd("\\s*[(\\[（【]([^()\\[\\]（）【】]{1,200})[)\\]）】][.!]?$", ")]）】");
  private static final GuardedPattern PART = GuardedPattern.of("\\s[-–—]+\\s|[.;]\\s", "-–—.;");
  private static final GuardedPattern EMPHASISED =
      GuardedPattern.of(
          "(?<=[\\s(])(\\*\\*|__|\\*|_)(?=[^\\s*_])([^*_]{4,300})(?<=\\S)\\1(?![\\p{L}\\p{N}])",
          "*_");
  private static final String ENDS = ")]）】.!:：*_";
  private static final Pattern COLON_LAST = Pattern.compile("\\s*[*_]{0,2}[:：]\\s*[*_]{0,2}$");
  private static final GuardedPattern REMARK =
      GuardedPattern.of(
          "(?<=[\\p{L}\\p{N})\\]`.!?\"”“»’])\\s*[-–—]+\\s*(\\*\\*|__|\\*|_)([^*_]{2,80}?)(?<![:：])\\1(?![:：])"
              + "([.!]?(?:\\s*\\([^()]*\\)[.!]?)?$)?",
          "–—-");
  private static final GuardedPattern SHOUTED_REMARK =
      GuardedPattern.of(
          "(?<=[\\p{L}\\p{N})\\]`.!?*])\\s*[-–—]+\\s*(?:\\*\\*|__)(\\p{Lu}{3,20})(?=[\\s:.,(])",
          "–—-");
  private static final Pattern PICTURED_LAST =
      Pattern.compile(
          "[-–—:|(\\[（【]\\s*(?:\\*\\*|__|`)?("
              + Pictures.ANY
              + ")\\x{fe0f}?"
              + "[\\s*_`:]*[\\p{L}\\p{M}\\p{N} .,#/-]{1,40}[*_`)\\]）】.!]{0,4}$");
  private static final Pattern PICTURED_REMARK =
      Pattern.compile("\\s(" + Pictures.ANY + ")\\x{fe0f}?\\s*[(（][^()（）]{1,60}[)）][.!]?$");
  private static final Pattern PICTURED_NAME =
      Pattern.compile(
          "^(?:\\*\\*|__)[^*]{1,80}(?:\\*\\*|__)\\s*(" + Pictures.ANY + ")\\x{fe0f}?\\s*[-–—:]");
  private static final Pattern PICTURED_CODE =
      Pattern.compile("^(?:\\*\\*)?\\p{Lu}{1,6}-?\\d{1,4}\\s*[-–—:·]\\s*(" + Pictures.ANY + ")");
  private static final GuardedPattern DATE_LAST =
      GuardedPattern.of("\\s*[(\\[]?\\d{4}-\\d{2}-\\d{2}[)\\]]?$", "-");
  private static final Pattern KEYWORD_FIRST =
      Pattern.compile("^(\\p{Lu}{3,}(?:-\\p{Lu}+)?):?\\s+(?=\\S)");
  private static final GuardedPattern AT_WORD =
      GuardedPattern.of("(?:^|\\s)@(\\p{L}{4,10})(?:\\([^()]{0,40}\\))?(?=\\s|$)", "@");
  private static final GuardedPattern ISSUE_LAST =
      GuardedPattern.atEnd(
          "\\s*(?:\\(\\[?#\\d+\\]?(?:\\([^()\\s]*\\))?\\)|\\[#\\d+\\](?:\\([^()\\s]*\\))?)$", ")]");

  /** Each text with a mark that gives a status has one of these, or has three capitals in a row. */
  private static final Signs NEEDED = Signs.of("~-:@)]\u2013");

  private Marks() {}

  private static Optional<Integer> lastPicture(String text) {
    String plain = Mojibake.repaired(text.replace("*", "")).replace("\uFE0F", "").strip();
    return plain.isEmpty() ? Optional.empty() : Optional.of(plain.codePointBefore(plain.length()));
  }

  /** The status that the marks at either end of the text give. */
  static Optional<Status> in(String written, Signs signs) {
    if (!signs.mayHave(NEEDED) && !signs.shouts()) {
      return Optional.empty();
    }
    Matcher issue = ISSUE_LAST.in(written);
    String text = issue == null ? written : issue.replaceFirst("");
    Matcher note = Caption.NOTE.in(text);
    if (note != null && note.find()) {
      return Vocabulary.exactStatus(note.group(1));
    }
    String dated = undated(text);
    if (Strikethrough.isWhole(dated)) {
      return Optional.of(Status.DONE);
    }
    return Strikethrough.status(dated)
        .or(() -> Caption.firstPicture(text).flatMap(Pictures::statusOf))
        .or(() -> lastPicture(dated).flatMap(Pictures::statusOf))
        .or(() -> pictured(text))
        .or(() -> signs.shouts() ? shouted(text, dated) : Optional.empty())
        .or(() -> StateInFront.bracketed(text))
        .or(() -> phrase(BEHIND_BOLD.in(text, signs)))
        .or(() -> phrase(BETWEEN.in(text, signs)).filter(of -> of != Status.TODO))
        .or(() -> phrase(DASHED_LAST.in(dated, signs)))
        .or(() -> bracketed(dated))
        .or(() -> atWord(text))
        .or(() -> dated.equals(text) ? Optional.empty() : bracketed(text));
  }

  /**
   * The status that a picture gives: one that begins the last part of a title, with words after it
   * ({@code — ✅ geflickt}) or in brackets ({@code ✅ (since May)}), or one right after a short code
   * ({@code K2 — ✅ Fixed: the lid}).
   */
  private static Optional<Status> pictured(String text) {
    if (NormalizedText.isBelow(0x2000, text)) {
      return Optional.empty();
    }
    String repaired = Mojibake.repaired(text);
    Optional<Status> last =
        pictured(PICTURED_LAST.matcher(repaired))
            .or(() -> pictured(PICTURED_REMARK.matcher(repaired)))
            .filter(of -> of != Status.TODO);
    return last.or(() -> pictured(PICTURED_CODE.matcher(text)))
        .or(() -> pictured(PICTURED_NAME.matcher(text)));
  }

  private static Optional<Status> pictured(Matcher picture) {
    return picture.find() ? Pictures.statusOf(picture.group(1).codePointAt(0)) : Optional.empty();
  }

  /** Whether a text has three capitals in a row. */
  static boolean shouts(String text) {
    return Signs.of(text).shouts();
  }

  private static Optional<Status> shouted(String text, String dated) {
    return keyword(KEYWORD_FIRST.matcher(text))
        .or(() -> phrase(SHOUTED_FIRST.matcher(text)))
        .or(() -> phrase(MARKED_FIRST.matcher(text)))
        .or(() -> phrase(SHOUTED_LAST.matcher(dated)));
  }

  /**
   * Whether something in a text says that the task, or perhaps only a part of it, is put off,
   * blocked or rejected: brackets at its end ({@code (deferred until the spring)}), the words after
   * a dash or a full stop, or emphasised words that are not at the start.
   */
  public static boolean putsOff(String text) {
    return hasBracketsPutOff(text) || hasPartPutOff(text) || hasEmphasisPutOff(text);
  }

  private static boolean hasBracketsPutOff(String text) {
    boolean ends = !text.isEmpty() && ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
    Matcher bracket = ends ? BRACKETED_LAST.in(COLON_LAST.matcher(text).replaceFirst("")) : null;
    return bracket != null && bracket.find() && PutOff.inBrackets(bracket.group(1));
  }

  private static boolean hasPartPutOff(String text) {
    return PART.isIn(text, part -> PutOff.begins(TitleParts.beginning(text, part.end())));
  }

  private static boolean hasEmphasisPutOff(String text) {
    return EMPHASISED.isIn(text, remark -> PutOff.within(remark.group(2)));
  }

  /** Whether a word in capitals is where a state would be, but its meaning is unknown. */
  public static boolean hasUnknownState(String text) {
    if (!shouts(text)) {
      return false;
    }
    Matcher last = SHOUTED_AT_END.matcher(text);
    Matcher behind = SHOUTED_BEHIND_BOLD.matcher(text);
    Matcher inBold = SHOUTED_IN_BOLD.matcher(text);
    Matcher bracket = SHOUTED_IN_BRACKETS.matcher(text);
    return (last.find() && isUnknown(last.group(1)))
        || (behind.find() && isUnknown(behind.group(1)))
        || isUnknownRemark(text)
        || (inBold.find() && isUnknown(inBold.group(1)))
        || (bracket.find() && Vocabulary.exactStatus(bracket.group(1)).isPresent());
  }

  /** The status other than open that emphasised words after a dash give. */
  public static Optional<Status> remark(String text) {
    Matcher remark = REMARK.in(text);
    Optional<Status> found =
        remark != null && remark.find() ? Vocabulary.status(remark.group(2)) : Optional.empty();
    return found.or(() -> phrase(SHOUTED_REMARK.in(text))).filter(status -> status != Status.TODO);
  }

  /**
   * Whether a text ends with emphasised words after a dash, no id or urgency, that may be a state.
   */
  public static boolean endsWithRemark(String text) {
    Matcher remark = REMARK.in(text);
    return remark != null
        && remark.find()
        && remark.group(3) != null
        && !Caption.of(remark.group(2)).named()
        && Urgencies.level(remark.group(2)).isEmpty();
  }

  private static boolean isUnknownRemark(String text) {
    Matcher remark = SHOUTED_REMARK.in(text);
    return remark != null && remark.find() && isUnknown(remark.group(1));
  }

  private static boolean isUnknown(String shouted) {
    String words = shouted.strip();
    return Urgencies.exactLevel(words).isEmpty()
        && Vocabulary.exactStatus(words).filter(Status::isActive).isEmpty()
        && Vocabulary.column(words).isEmpty();
  }

  private static String undated(String text) {
    Matcher date = DATE_LAST.in(text);
    return date == null ? text : date.replaceFirst("");
  }

  private static Optional<Status> phrase(@Nullable Matcher matcher) {
    if (matcher == null || !matcher.find()) {
      return Optional.empty();
    }
    for (int group = 1; group <= matcher.groupCount(); group++) {
      if (matcher.group(group) != null) {
        return Vocabulary.exactStatus(matcher.group(group));
      }
    }
    return Optional.empty();
  }

  /**
   * The status in brackets at the end, alone or with a colon or a date after it; {@code (done in
   * v2)} is none.
   */
  private static Optional<Status> bracketed(String text) {
    Matcher matcher = BRACKETED_LAST.in(text);
    if (matcher == null || !matcher.find()) {
      return Optional.empty();
    }
    String inside = undated(matcher.group(1));
    int colon = inside.indexOf(':');
    return Vocabulary.exactStatus(colon < 0 ? inside : inside.substring(0, colon));
  }

  private static Optional<Status> keyword(Matcher matcher) {
    return matcher.find() ? Vocabulary.keyword(matcher.group(1)) : Optional.empty();
  }

  /** The status that {@code @done} gives, as in TaskPaper; a person's name gives none. */
  private static Optional<Status> atWord(String text) {
    Matcher matcher = AT_WORD.in(text);
    while (matcher != null && matcher.find()) {
      Optional<Status> found =
          Vocabulary.keyword(matcher.group(1)).filter(status -> status != Status.TODO);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
