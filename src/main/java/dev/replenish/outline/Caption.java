package dev.replenish.outline;

import dev.replenish.board.Status;
import dev.replenish.board.TaskId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the first line of a task says of it: {@code **B-014**: Weigh the parcels [P1] ✅}.
 *
 * @param title the line without the id, a note at its end, and marks that strike all of it
 * @param id the id or the number in front of it
 * @param named whether that is a name, which no other task should have
 * @param level how urgent the line says it is
 * @param mark what its marks say has become of it
 * @param note how many characters at its end are a note such as {@code (blocked: no key)}, with the
 *     blanks in front
 */
record Caption(
    String title,
    Optional<String> id,
    boolean named,
    Optional<Level> level,
    Optional<Status> mark,
    int note) {
  /** Of a longer line only the beginning is looked at: nobody wrote it as a title. */
  private static final int LONGEST = 1000;

  private static final Pattern TAG = Pattern.compile("^#?\\s*\\[id:\\s*([^\\]\\s]+)\\s*\\]\\s*");
  private static final Pattern NAME =
      Pattern.compile(
          "^(?:\\*\\*|__|[`\\[(])*([A-Z][A-Z0-9]*(?:[-_][A-Z0-9]+)*-\\d+(?:[a-z]\\b|-[A-Z]\\b)?|#\\d+)"
              + "(?:\\*\\*|__|[`\\])])*(?:(?<=\\])\\([^()\\s]*\\))?(?:[:.)|]|\\s+[-–—|:]|(?=\\s)|$)(?:\\*\\*)?\\s*");
  private static final Pattern NUMBER =
      Pattern.compile(
          "^(?:\\*\\*|__|`)?(\\d+(?:\\.\\d+)?)(?:[.):]|(?<=\\d\\.\\d{1,3})(?=\\s))(?:\\*\\*|__|`)?\\s+");

  /** What looks like an id and is the name of something else. */
  private static final Set<String> STANDARDS =
      Set.of(
          "AES", "COVID", "CVE", "ECMA", "GPT", "HTTP", "IEEE", "IPV", "ISO", "PEP", "RFC", "RSA",
          "SHA", "SSL", "TLS", "UTF", "WCAG", "ES", "CSS", "HTML", "PHP", "TOP");

  private static final Sign BRACKETED = Sign.of("[\\[(（【]([^\\[\\]()（）【】]{1,40})[\\])）】]", "[(（【");
  private static final Sign LABELLED =
      Sign.of("(?i)\\bprio(?:rity)?\\s*[:=]\\s*\\**\\s*([\\p{L}\\p{N}]+)", ":=");
  private static final Sign TAGGED = Sign.of("(?:^|\\s)[!#@]([\\p{L}\\p{N}]+)(?=\\s|$)", "!#@");
  private static final Sign LEADING =
      Sign.of(
          "^(?:\\*\\*|__|`)?([\\p{L}\\p{N} ]{1,24}?)(?:\\*\\*|__|`)?\\s*(?:[:：|]|\\s[-–—]\\s)",
          ":：|-–—");
  private static final Sign LEADING_CODE =
      Sign.of("^(?:\\*\\*|__|`)?([pP][0-4])(?:\\*\\*|__|`)?(?=[\\s:|–—-])", "01234");
  private static final Sign TRAILING_CODE = Sign.of("(?:\\s|[-–—])([pP][0-4])$", "01234");
  private static final Pattern SHOUTED_FIRST =
      Pattern.compile(
          "^((?:DONE|TODO|WIP|BLOCKED)(?=[\\s:–—-]|$)|\\p{Lu}{3,}(?:"
              + " \\p{Lu}+)?(?=\\s*[:–—]|\\s+-\\s|$))");
  private static final Pattern MARKED_FIRST =
      Pattern.compile(
          "^(?:\\*\\*|__|`|\\[){1,3}(\\p{Lu}{3,}(?:["
              + " -]\\p{Lu}+)?)(?:\\*\\*|__|`|\\]){1,3}(?=[\\s:–—-]|$)");
  private static final Pattern SHOUTED_LAST =
      Pattern.compile(
          "(?:(?:^|\\s)(DONE|TODO|WIP|BLOCKED|IN PROGRESS|ON HOLD)"
              + "|[:–—-]\\s*(\\p{Lu}{3,})|\\s(?:\\*\\*|__|`)(\\p{Lu}{3,})(?:\\*\\*|__|`))[.!]?$");
  private static final Sign DASHED_LAST =
      Sign.of(
          "(?:\\s[-–—]+\\s*|[–—]\\s*)(?:\\*\\*|__|`)?([\\p{L} ]{3,20})(?:\\*\\*|__|`)?[.!]?$",
          "-–—");
  private static final Sign BRACKETED_LAST =
      Sign.atEnd("\\s*[(\\[（【]([^()\\[\\]（）【】]{1,200})[)\\]）】][.!]?$", ")]）】");
  private static final Sign NOTE =
      Sign.atEnd("\\s*\\((blocked|rejected|in progress)(?::[^()]*)?\\)$", ")");
  private static final Sign DATE_LAST = Sign.of("\\s*[(\\[]?\\d{4}-\\d{2}-\\d{2}[)\\]]?$", "-");

  /** Where the text may say how urgent it is. */
  private static final List<Sign> LEVELS =
      List.of(LEADING_CODE, LEADING, BRACKETED, LABELLED, TAGGED, TRAILING_CODE);

  private static final Pattern PRIORITY = Pattern.compile("(?i)^prio(?:rity)?\\s*[:=]\\s*");

  /** Reads {@code text}, one line without the marks of lists and headings. */
  static Caption of(String text) {
    String line = text.strip();
    boolean tooLong = line.length() > LONGEST;
    Optional<Prefix> prefix = Prefix.of(tooLong ? line.substring(0, LONGEST) : line);
    String title = prefix.map(before -> line.substring(before.end()).strip()).orElse(line);
    String telling = tooLong ? title.substring(0, LONGEST / 2) : title;
    Matcher note = NOTE.in(tooLong ? "" : title);
    boolean noted = note != null && note.find();
    String bare = note != null && noted ? title.substring(0, note.start()) : title;
    return new Caption(
        title.isEmpty() ? line : unstruck(bare),
        prefix.map(Prefix::id).filter(TaskId::isId),
        prefix.filter(Prefix::named).isPresent(),
        levelIn(telling),
        markIn(telling),
        note != null && noted ? note.end() - note.start() : 0);
  }

  /**
   * An id in front of a text.
   *
   * @param named whether it is a name, and not a number
   * @param end where the text begins
   */
  private record Prefix(String id, boolean named, int end) {

    static Optional<Prefix> of(String line) {
      for (Pattern pattern : new Pattern[] {TAG, NAME, NUMBER}) {
        Matcher matcher = pattern.matcher(line);
        if (matcher.find() && !isStandard(matcher.group(1))) {
          String id = matcher.group(1);
          boolean named = pattern != NUMBER && !id.startsWith("#");
          return Optional.of(new Prefix(id, named, matcher.end()));
        }
      }
      return Optional.empty();
    }
  }

  private static boolean isStandard(String id) {
    int dash = id.indexOf('-');
    return dash > 0 && STANDARDS.contains(id.substring(0, dash));
  }

  /**
   * How urgent the text says that it is; words count where they are set apart, not in sentences.
   */
  private static Optional<Level> levelIn(String text) {
    for (Sign sign : LEVELS) {
      Matcher matcher = sign.in(text);
      while (matcher != null && matcher.find()) {
        String phrase = PRIORITY.matcher(matcher.group(1)).replaceFirst("");
        Optional<Level> level = Vocabulary.exactLevel(phrase);
        if (level.isPresent()) {
          return level;
        }
      }
    }
    return firstPicture(text).flatMap(Vocabulary::levelOf);
  }

  private static Optional<Integer> firstPicture(String text) {
    String plain = Mojibake.repaired(text.replace("*", "")).strip();
    return plain.isEmpty() || Plain.isLetter(plain.codePointAt(0))
        ? Optional.empty()
        : Optional.of(plain.codePointAt(0));
  }

  private static Optional<Integer> lastPicture(String text) {
    String plain = Mojibake.repaired(text.replace("*", "")).replace("\uFE0F", "").strip();
    return plain.isEmpty() ? Optional.empty() : Optional.of(plain.codePointBefore(plain.length()));
  }

  /** What the marks at either end of the text say has become of it. */
  private static Optional<Status> markIn(String text) {
    Matcher note = NOTE.in(text);
    if (note != null && note.find()) {
      return Vocabulary.exactStatus(note.group(1));
    }
    String dated = undated(text);
    if (Strike.isWhole(dated)) {
      return Optional.of(Status.DONE);
    }
    return Strike.status(dated)
        .or(() -> firstPicture(text).flatMap(Vocabulary::statusOf))
        .or(() -> lastPicture(dated).flatMap(Vocabulary::statusOf))
        .or(() -> shouts(text) ? shouted(text, dated) : Optional.empty())
        .or(() -> phrase(DASHED_LAST.in(dated)))
        .or(() -> bracketed(dated))
        .or(() -> dated.equals(text) ? Optional.empty() : bracketed(text));
  }

  /** Whether three capitals stand side by side. */
  private static boolean shouts(String text) {
    int run = 0;
    for (int i = 0; i < text.length() && run < 3; i += Character.charCount(text.codePointAt(i))) {
      run = Character.isUpperCase(text.codePointAt(i)) ? run + 1 : 0;
    }
    return run == 3;
  }

  private static Optional<Status> shouted(String text, String dated) {
    return phrase(SHOUTED_FIRST.matcher(text))
        .or(() -> phrase(MARKED_FIRST.matcher(text)))
        .or(() -> phrase(SHOUTED_LAST.matcher(dated)));
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

  /** {@code (done in v2)} is none: only a status, alone or with a colon or a date behind it. */
  private static Optional<Status> bracketed(String text) {
    Matcher matcher = BRACKETED_LAST.in(text);
    if (matcher == null || !matcher.find()) {
      return Optional.empty();
    }
    String inside = undated(matcher.group(1));
    int colon = inside.indexOf(':');
    return Vocabulary.exactStatus(colon < 0 ? inside : inside.substring(0, colon));
  }

  /** The text without the marks that strike all of it through. */
  private static String unstruck(String text) {
    boolean wrapped = text.startsWith("~~") && text.endsWith("~~") && Strike.isWhole(text);
    return wrapped ? text.substring(2, text.length() - 2) : text;
  }
}
