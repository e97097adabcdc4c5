package dev.replenish.outline.words;

import dev.replenish.board.Status;
import dev.replenish.board.TaskId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the first line of a task says about it: {@code **B-014**: Weigh the parcels [P1] ✅}.
 *
 * @param title the line without the id, a note at its end, and marks that strike all of it through
 * @param id the id or the number before the title
 * @param named whether the id is a name, which no other task should have
 * @param level the urgency that the line states
 * @param mark the status that its marks give
 * @param note the number of characters of a note at its end such as {@code (blocked: no key)}, with
 *     the blanks before it
 */
public record Caption(
    String title,
    Optional<String> id,
    boolean named,
    Optional<Urgency> level,
    Optional<Status> mark,
    int note) {
  /** The most characters that are read: longer lines are no titles. */
  private static final int LONGEST = 1000;

  private static final Pattern TAG = Pattern.compile("^#?\\s*\\[id:\\s*([^\\]\\s]+)\\s*\\]\\s*");
  private static final Pattern NAME =
      Pattern.compile(
          "^(?:\\*\\*|__|~~|[`\\[(])*([A-Z][A-Z0-9]*(?:[-_][A-Z0-9]+)*-\\d+(?:[a-z]\\b|-[A-Z]\\b)?|#\\d+)"
              + "(?:\\*\\*|__|[`\\])])*(?:(?<=\\])\\([^()\\s]*\\))?(?:[:.)|]|\\s+[-–—|:·]|(?=\\s)|$)(?:\\*\\*)?\\s*");
  private static final Pattern NUMBER =
      Pattern.compile(
          "^(?:\\*\\*|__|~~|`)*(?!(?:19|20)\\d\\d\\b(?![.)]\\s))(\\d+(?:\\.\\d+)?)"
              + "(?:[.):]|(?<=\\d\\.\\d{1,3})(?=\\s))(?:\\*\\*|__|`)?\\s+(?:[-–—·]\\s+)?");

  /** Names of other things that begin like an id. */
  private static final Set<String> STANDARDS =
      Set.of(
          "AES", "COVID", "CVE", "ECMA", "GPT", "HTTP", "IEEE", "IPV", "ISO", "PEP", "RFC", "RSA",
          "SHA", "SSL", "TLS", "UTF", "WCAG", "ES", "CSS", "HTML", "PHP", "TOP");

  private static final GuardedPattern BRACKETED =
      GuardedPattern.of("[\\[(（【]([^\\[\\]()（）【】]{1,40})[\\])）】]", "[(（【");
  private static final GuardedPattern LABELLED =
      GuardedPattern.of("(?i)\\bprio(?:rity)?\\s*[:=]\\s*\\**\\s*([\\p{L}\\p{N}]+)", ":=");
  private static final GuardedPattern TAGGED =
      GuardedPattern.of("(?:^|\\s)[!#@]([\\p{L}\\p{N}]+)(?=\\s|$)", "!#@");
  private static final GuardedPattern LEADING =
      GuardedPattern.of(
          "^(?:\\*\\*|__|`)?([\\p{L}\\p{N} ]{1,24}?)(?:\\*\\*|__|`)?\\s*(?:[:：|]|\\s[-–—]\\s)",
          ":：|-–—");
  private static final GuardedPattern LEADING_CODE =
      GuardedPattern.atBeginning(
          "^(?:\\*\\*|__|`)?([pP][0-4])(?:\\*\\*|__|`)?(?=[\\s:|–—-])", "pP");
  private static final GuardedPattern TRAILING_CODE =
      GuardedPattern.atEnd("(?:\\s|[-–—])([pP][0-4])$", "pP");
  static final GuardedPattern NOTE =
      GuardedPattern.atEnd("\\s*\\((blocked|rejected|in progress|done(?=:))(?::[^()]*)?\\)$", ")");

  private static final GuardedPattern TRAILING_SPAN = GuardedPattern.of("\\s`([pP][0-4])`$", "`");

  /** The places where a text may state its urgency. */
  private static final List<GuardedPattern> LEVELS =
      List.of(LEADING_CODE, LEADING, BRACKETED, LABELLED, TAGGED, TRAILING_CODE, TRAILING_SPAN);

  /** The priorities of todo.txt and Org. */
  private static final GuardedPattern LETTER =
      GuardedPattern.atBeginning("^(?:\\(([A-C])\\)|\\[#([A-C])\\])\\s", "([");

  private static final GuardedPattern SHOUTS = GuardedPattern.of("(?:^|\\s)(!{1,3})(?=\\s|$)", "!");
  private static final Pattern PUT_OFF = Pattern.compile("^(\\p{Lu}{4,}):?\\s");

  private static final Pattern PRIORITY = Pattern.compile("(?i)^prio(?:rity)?\\s*[:=]\\s*");

  /** Reads {@code text}, one line without the marks of lists and headings. */
  public static Caption of(String text) {
    String line = Naming.unmarked(text.strip());
    boolean tooLong = line.length() > LONGEST;
    String head = tooLong ? line.substring(0, LONGEST) : line;
    int pictures = pictures(head);
    Optional<Prefix> prefix = Prefix.of(head.substring(pictures));
    String strike = line.startsWith(Strikethrough.MARK, pictures) && prefix.isPresent() ? "~~" : "";
    String title =
        prefix.map(p -> strike + line.substring(pictures + p.end()).strip()).orElse(line);
    String readPart = tooLong ? title.substring(0, Math.min(title.length(), LONGEST / 2)) : title;
    String marked = prefix.isPresent() ? line.substring(0, pictures) + readPart : readPart;
    Signs signs = Signs.of(marked);
    Matcher note = NOTE.in(tooLong ? "" : title);
    boolean hasNote = note != null && note.find();
    String bare = note != null && hasNote ? title.substring(0, note.start()) : title;
    return new Caption(
        title.isEmpty() ? line : unstruck(bare),
        prefix.map(Prefix::id).filter(TaskId::isId),
        prefix.filter(Prefix::named).isPresent(),
        levelIn(marked, signs),
        Marks.in(marked, signs),
        note != null && hasNote ? note.end() - note.start() : 0);
  }

  /** This caption with another title. */
  public Caption titled(String other) {
    return new Caption(other, id, named, level, mark, note);
  }

  /** Whether a text begins with a name that no other task should have. */
  public static boolean isNamed(String text) {
    String line = Naming.unmarked(text.strip());
    String head = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    return Prefix.of(head.substring(pictures(head))).filter(Prefix::named).isPresent();
  }

  /** The index after the pictures at the start that give a status or an urgency. */
  private static int pictures(String line) {
    int at = 0;
    while (at < line.length()) {
      int c = line.codePointAt(at);
      boolean known =
          c >= 0x80 && (Pictures.statusOf(c).isPresent() || Pictures.levelOf(c).isPresent());
      if (!known && c != 0xFE0F && !(at > 0 && c == ' ')) {
        break;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  /**
   * An id at the start of a text.
   *
   * @param named whether it is a name, and not a number
   * @param end the index where the text after it begins
   */
  private record Prefix(String id, boolean named, int end) {

    static Optional<Prefix> of(String line) {
      if (!mayBeginWithId(line)) {
        return Optional.empty();
      }
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

  /** Whether a text may begin with an id: with a mark, a digit or two capitals. Most do not. */
  private static boolean mayBeginWithId(String line) {
    char first = line.isEmpty() ? 'a' : line.charAt(0);
    if (first >= 'A' && first <= 'Z') {
      return line.length() > 1 && line.charAt(1) > ' ' && line.charAt(1) < 'a';
    }
    return first < 'a' || first == '~';
  }

  private static boolean isStandard(String id) {
    int dash = id.indexOf('-');
    return dash > 0 && STANDARDS.contains(id.substring(0, dash));
  }

  /** The urgency that the text states; words count where they are set apart, not in sentences. */
  private static Optional<Urgency> levelIn(String text, Signs signs) {
    for (GuardedPattern pattern : LEVELS) {
      Matcher matcher = pattern.in(text, signs);
      while (matcher != null && matcher.find()) {
        String phrase = PRIORITY.matcher(matcher.group(1)).replaceFirst("");
        Optional<Urgency> level = Urgencies.exactLevel(phrase);
        if (level.isPresent()) {
          return level;
        }
      }
    }
    return lettered(text, signs)
        .or(() -> BracketedField.of(text, Column.PRIORITY).flatMap(Urgencies::priority))
        .or(() -> firstPicture(text).flatMap(Pictures::levelOf))
        .or(() -> Pictures.arrow(text));
  }

  private static Optional<Urgency> lettered(String text, Signs signs) {
    Matcher letter = LETTER.in(text, signs);
    if (letter != null && letter.find()) {
      String which = letter.group(1) == null ? letter.group(2) : letter.group(1);
      return Optional.of(Urgency.of("ABC".indexOf(which)));
    }
    Matcher shouts = SHOUTS.in(text, signs);
    if (shouts != null && shouts.find()) {
      return Optional.of(Urgency.of(3 - shouts.group(1).length()));
    }
    Matcher later = signs.shouts() ? PUT_OFF.matcher(text) : null;
    return later != null && later.find() && Terms.LATER.is(later.group(1))
        ? Optional.of(Urgency.LOW)
        : Optional.empty();
  }

  /** The first character of a text without emphasis, if it is neither a letter nor a digit. */
  public static Optional<Integer> firstPicture(String text) {
    if (NormalizedText.beginsPlain(text)) {
      return Optional.empty();
    }
    String plain = Mojibake.repaired(text.replace("*", "")).strip();
    return plain.isEmpty() || NormalizedText.isLetter(plain.codePointAt(0))
        ? Optional.empty()
        : Optional.of(plain.codePointAt(0));
  }

  /** The text without the marks that strike all of it through. */
  private static String unstruck(String text) {
    boolean wrapped = text.startsWith("~~") && text.endsWith("~~") && Strikethrough.isWhole(text);
    return wrapped ? text.substring(2, text.length() - 2) : text;
  }
}
