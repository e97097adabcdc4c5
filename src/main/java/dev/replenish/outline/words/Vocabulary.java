package dev.replenish.outline.words;

import dev.replenish.board.Status;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The meaning of the words of a backlog (docs/reference/unmarked.md, "Words that are understood").
 */
public final class Vocabulary {
  private static final Dictionary<Status> STATUSES = new Dictionary<>("status", Status::valueOf);
  private static final Dictionary<Status> KEYWORDS = new Dictionary<>("keyword", Status::valueOf);
  private static final Dictionary<Topic> TOPICS = new Dictionary<>("topic", Topic::valueOf);
  private static final Dictionary<Status> ANSWERS = new Dictionary<>("answer", Status::valueOf);
  private static final Dictionary<Column> COLUMNS = new Dictionary<>("column", Column::valueOf);
  private static final Pattern COUNTED = Pattern.compile("[\\p{L}\\p{M}]+ \\d{1,3}[a-z]?");
  private static final Terms HORIZONS = Terms.of("horizon");
  private static final Terms GROUPS = Terms.of("group");
  private static final Terms INFORMING = Terms.of("inform");

  private static final Terms LAST_VERBS = Terms.of("last");
  private static final String DIGITS = "0123456789";
  private static final GuardedPattern PERIOD =
      GuardedPattern.atBeginning(
          "^(?:(?:19|20)\\d\\d\\b(?![.)]\\s)|[vV]\\d+\\b|[vV]?\\d+\\.(?:\\d+|x)(?:\\.(?:\\d+|x))?$|[QH][1-4]\\b)",
          DIGITS);
  private static final GuardedPattern DAY =
      GuardedPattern.atBeginning(
          "^(?:(?:19|20)\\d\\d[-./]\\d\\d?[-./]\\d\\d?|\\d\\d?[./-]\\d\\d?[./-](?:19|20)\\d\\d)(?!\\d)",
          DIGITS);
  private static final GuardedPattern KIND =
      GuardedPattern.of(
          "^[^\\p{L}\\p{N}]*(\\p{L}[\\p{L}\\p{M} ]{1,20}?)( ?#?\\d{1,4}(?:[-.]\\d{1,4})*)?(?:\\s*[:：]|\\s+[-–—]\\s)",
          ":：-–—");
  private static final GuardedPattern TITLE_END =
      GuardedPattern.of("\\s[-–—]+\\s|[:：.]\\s|\\*\\*\\s", "-–—:：.*");
  private static final int LONGEST_ITEM = 300;
  private static final int LONGEST_HEADING = 60;

  private Vocabulary() {}

  /** The status that a phrase names, if it names nothing else. */
  public static Optional<Status> exactStatus(String phrase) {
    return STATUSES.of(NormalizedText.words(phrase));
  }

  /** The status that a cell or a field states: {@code 📝 TODO}, {@code Done (v2)}. */
  public static Optional<Status> status(String text) {
    String words = NormalizedText.words(text);
    return STATUSES
        .of(words)
        .or(() -> STATUSES.of(NormalizedText.words(TitleParts.first(text))))
        .or(() -> Status.parse(text))
        .or(() -> leading(words))
        .or(() -> words.isEmpty() ? Pictures.status(text) : Optional.empty())
        .or(() -> Caption.firstPicture(text).flatMap(Pictures::statusOf));
  }

  /** The status other than open that a text begins with, if more follows: {@code Done in v1.9}. */
  private static Optional<Status> leading(String words) {
    int first = words.indexOf(' ');
    int second = first < 0 ? -1 : words.indexOf(' ', first + 1);
    Optional<Status> two = second < 0 ? Optional.empty() : STATUSES.of(words.substring(0, second));
    Optional<Status> one = first < 0 ? Optional.empty() : STATUSES.of(words.substring(0, first));
    return two.or(() -> one).filter(status -> status != Status.TODO);
  }

  /** The status that a yes or a no means in a column for the status. */
  public static Optional<Status> answer(String cell) {
    return ANSWERS.of(NormalizedText.words(cell));
  }

  /** The status that a word in capitals before a task, or after an {@code @}, gives. */
  public static Optional<Status> keyword(String word) {
    return KEYWORDS.of(NormalizedText.words(word));
  }

  /** Whether brackets in a heading say that what is below it has not been evaluated yet. */
  public static boolean isUnweighed(String title) {
    return TitleParts.bracketed(title).stream().anyMatch(Terms.UNWEIGHED::is);
  }

  /** Whether a heading is called what groups of tasks are called: {@code Bugs}, {@code Phase 2}. */
  public static boolean namesGroup(String title) {
    String plain = TitleParts.unbracketed(title);
    return PERIOD.isIn(plain.strip()) || GROUPS.counted(plain);
  }

  /** Whether the first part is a word for a group with a number: {@code Phase 2: the oven}. */
  public static boolean namesStage(String title) {
    String first = TitleParts.first(title);
    return COUNTED.matcher(NormalizedText.words(first)).matches() && GROUPS.counted(first);
  }

  /** Whether a title begins with a version, a year or a quarter, but not with a day. */
  public static boolean namesPeriod(String title) {
    return PERIOD.isIn(title.strip()) && !namesDay(title);
  }

  /** Whether a title is a time relative to now: {@code Next week}, {@code Long term}. */
  public static boolean namesHorizon(String title) {
    return HORIZONS.is(title) || HORIZONS.is(TitleParts.first(title));
  }

  /** Whether a title begins with a day, as the entries of a log do. */
  public static boolean namesDay(String title) {
    return DAY.isIn(title.strip());
  }

  /**
   * Whether a word for a task is at the start of a title: {@code Bug: the lid is stuck}.
   *
   * @param counted whether a number must follow the word: {@code Task 3: weigh it}
   */
  public static boolean namesKind(String title, boolean counted) {
    Matcher kind = KIND.in(title);
    return kind != null
        && kind.find()
        && (!counted || kind.group(2) != null)
        && Terms.KINDS.is(kind.group(1));
  }

  /**
   * Whether a heading or a label begins or ends with a word for information, and names no group.
   */
  public static boolean informs(String title) {
    return INFORMING.beginOrEnd(title) && !GROUPS.is(title);
  }

  /** Whether a sentence of three words or more ends with a word or two for tasks. */
  public static boolean sentenceEndsWithTasks(String sentence) {
    return endsWithTasks(sentence, 3);
  }

  /** Whether a heading of two words or more does: {@code First tasks}. */
  public static boolean endsWithTasks(String title) {
    return endsWithTasks(title, 2);
  }

  private static boolean endsWithTasks(String text, int fewest) {
    String[] words = NormalizedText.words(text).split(" ");
    String last = words[words.length - 1];
    return words.length >= fewest
        && (Terms.TASKS.isPhrase(last)
            || Terms.TASKS.isPhrase(words[words.length - 2] + ' ' + last));
  }

  /** Whether an item begins, or in some languages ends, with a verb for what is to be done. */
  public static boolean namesAction(String item) {
    String brief = item.length() > LONGEST_ITEM ? item.substring(0, LONGEST_ITEM) : item;
    Matcher part = TITLE_END.in(brief);
    return Terms.VERBS.begin(brief)
        || LAST_VERBS.end(brief)
        || (part != null
            && part.find()
            && (Terms.VERBS.begin(brief.substring(part.end()))
                || LAST_VERBS.end(brief.substring(0, part.start()))));
  }

  /**
   * What a heading says of everything under it, if it says anything. Of several parts the first one
   * counts, or the second after a numbered group. But only a whole heading, brackets aside, can say
   * that it informs.
   */
  public static Optional<Topic> topic(String title) {
    String words = NormalizedText.words(title);
    String unbracketed = words(TitleParts.unbracketed(title), title, words);
    String first = words(TitleParts.first(title), title, words);
    return exact(TOPICS, words, unbracketed)
        .or(() -> TOPICS.of(first).filter(topic -> topic != Topic.INFORMATION))
        .or(() -> second(title, first).filter(topic -> topic != Topic.INFORMATION))
        .or(() -> last(unbracketed));
  }

  /** Whether a title is one for a part of a task, such as {@code Acceptance criteria}. */
  public static boolean namesPart(String title) {
    String words = NormalizedText.words(title);
    String unbracketed = words(TitleParts.unbracketed(title), title, words);
    return exact(TOPICS, words, unbracketed).orElse(null) == Topic.INFORMATION
        || exact(COLUMNS, words, unbracketed).orElse(null) == Column.DESCRIPTION;
  }

  private static <T> Optional<T> exact(Dictionary<T> dictionary, String words, String unbracketed) {
    Optional<T> exact = dictionary.of(words);
    return exact.isPresent() || unbracketed.equals(words) ? exact : dictionary.of(unbracketed);
  }

  /** The words of a part of {@code title}, whose own words are {@code words}. */
  private static String words(String part, String title, String words) {
    return part.equals(title) ? words : NormalizedText.words(part);
  }

  /**
   * The topic that the second part names after a word with a number for a group: {@code Phase 5 —
   * blocked}; after other words only the topic open counts.
   */
  private static Optional<Topic> second(String title, String first) {
    String[] parts = TitleParts.of(TitleParts.unbracketed(title));
    if (parts.length != 2) {
      return Optional.empty(); // most titles
    }
    boolean counted = COUNTED.matcher(first).matches() && GROUPS.counted(first);
    return TOPICS
        .of(NormalizedText.words(parts[1]))
        .filter(topic -> counted || (topic == Topic.OPEN && parts[1].strip().indexOf(' ') > 0));
  }

  /** The topic parked, if the last two words name it: {@code Things that are not planned}. */
  private static Optional<Topic> last(String words) {
    int last = words.lastIndexOf(' ');
    int from = last < 0 ? -1 : words.lastIndexOf(' ', last - 1);
    boolean brief = from > 0 && words.length() <= LONGEST_HEADING;
    return brief
        ? TOPICS.of(words.substring(from + 1)).filter(Topic.PARKED::equals)
        : Optional.empty();
  }

  /** Whether a title begins with a word for done and continues: {@code Finished rounds of 2025}. */
  public static boolean beginsDone(String title) {
    String words = NormalizedText.words(title);
    int end = words.indexOf(' ');
    return end > 0
        && TOPICS.of(words.substring(0, end)).filter(Topic.DONE::equals).isPresent()
        && !Terms.VERBS.begin(title);
  }

  /** The topic that a phrase names, if it names nothing else. */
  static Optional<Topic> exactTopic(String phrase) {
    return TOPICS.of(NormalizedText.words(phrase));
  }

  /** Whether {@code header} is a header or a label for {@code column}. */
  public static boolean names(String header, Column column) {
    return column(header).orElse(null) == column;
  }

  /** The column that a header or a label stands for. */
  public static Optional<Column> column(String header) {
    if (header.strip().equals("#")) {
      return Optional.of(Column.ID);
    }
    String words = NormalizedText.words(header);
    return exact(COLUMNS, words, words(TitleParts.unbracketed(header), header, words));
  }
}
