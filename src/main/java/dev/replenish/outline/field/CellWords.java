package dev.replenish.outline.field;

import dev.replenish.board.Status;
import dev.replenish.outline.words.Conditions;
import dev.replenish.outline.words.NormalizedText;
import dev.replenish.outline.words.Pictures;
import dev.replenish.outline.words.StateHints;
import dev.replenish.outline.words.Terms;
import dev.replenish.outline.words.Urgencies;
import dev.replenish.outline.words.Vocabulary;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the words in one cell of a row say about its task. */
public final class CellWords {
  /** The most words of an urgency, or of a cell that brackets at its end put off. */
  private static final int MOST_WORDS = 4;

  private static final int LONGEST_CONDITION = 40;
  private static final Pattern AMENDED = Pattern.compile("\\d{1,4}\\s+\\S{1,3}");

  private CellWords() {}

  /** The status that a cell in a column for the status gives. */
  public static Optional<Status> status(String cell) {
    return Vocabulary.status(cell)
        .or(() -> Pictures.status(cell))
        .or(() -> Vocabulary.answer(cell))
        .or(() -> StateHints.notBegun(cell));
  }

  /** Whether a cell for the priority has more words than an urgency, and names none. */
  public static boolean isSentence(String priority) {
    return NormalizedText.count(priority) > MOST_WORDS && Urgencies.priority(priority).isEmpty();
  }

  /** Whether a cell says that its row is put off, there already, or waiting for a decision. */
  public static boolean saysNotOpen(String cell) {
    boolean brief = cell.length() <= LONGEST_CONDITION;
    return isPutOff(cell)
        || Terms.ALREADY.begin(cell)
        || Conditions.awaitRulingInBrackets(cell)
        || (brief && Conditions.awaitRuling(cell));
  }

  /** Whether brackets at the end of at most four words put the row off: {@code shop (parked)}. */
  private static boolean isPutOff(String cell) {
    return (cell.endsWith(")") || cell.endsWith("）"))
        && NormalizedText.count(cell) <= MOST_WORDS
        && StateHints.putsOff(cell);
  }

  /** Whether a cell in a column for what is done has a value other than "none" or "no". */
  public static boolean isFinished(String cell) {
    String words = NormalizedText.words(cell);
    return !words.isEmpty()
        && !Terms.NOTHING.isPhrase(words)
        && Vocabulary.answer(cell).filter(Status.TODO::equals).isEmpty();
  }

  /** Whether a sign with an unknown meaning follows a number: {@code 3 Q}. */
  public static boolean isAmended(String id) {
    return AMENDED.matcher(id).matches() && !TickedId.is(id);
  }
}
