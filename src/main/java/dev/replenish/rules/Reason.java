package dev.replenish.rules;

import dev.replenish.board.CalendarDate;
import dev.replenish.board.FieldName;
import dev.replenish.text.OneLine;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Why a task is not ready.
 *
 * @param code the word that scripts rely on, such as {@code plan-missing} or {@code
 *     waiting-for:B-7}
 * @param words the same for people, such as {@code no Plan}
 */
public record Reason(String code, String words) {
  private static final String WAITING_FOR = "waiting-for:";

  static final Reason DAMAGED = new Reason("damaged", "a marker around it is damaged");
  static final Reason SECOND_HEADER =
      new Reason("second-header", "the header of another task stands in it");
  static final Reason ID_MISSING = new Reason("id-missing", "no id");
  static final Reason ID_UNSAFE =
      new Reason("id-unsafe", "its id holds characters that may not travel");
  static final Reason OUTSIDE_GROUP = new Reason("outside-group", "it stands in no group");
  static final Reason DUPLICATE_ID = new Reason("duplicate-id", "another task has the same id");
  static final Reason UNDECIDED =
      new Reason("undecided", "its text does not settle whether it is open");
  static final Reason READING_UNCLEAR =
      new Reason(
          "reading-unclear",
          "nobody can tell if it is a task: give it a box or an id, or end it with <!-- task -->");
  static final Reason PARKED = new Reason("parked", "it is set aside");
  static final Reason PLAN_MISSING = new Reason("plan-missing", "no Plan");
  static final Reason EFFORT_MISSING = new Reason("effort-missing", "no Estimated Effort");
  static final Reason DOCUMENTATION_MISSING =
      new Reason("documentation-missing", "no Relevant Documentation");

  static Reason planTooShort(int steps) {
    return new Reason("plan-too-short", "its Plan has " + steps + " of at least 3 steps");
  }

  static Reason typeMismatch(String type) {
    return new Reason("type-mismatch", "its type is " + OneLine.clean(type) + ", not its group's");
  }

  static Reason statusNotTodo(String status) {
    return new Reason("status-not-todo", "its status is " + OneLine.clean(status));
  }

  static Reason waitingFor(String id) {
    return new Reason(WAITING_FOR + OneLine.line(id), "it waits for " + OneLine.line(id));
  }

  static Reason notBefore(LocalDate day) {
    return new Reason("not-before", "not before " + CalendarDate.words(day));
  }

  /** The id of the task that has to come first, if that is the reason. */
  public Optional<String> awaited() {
    return code.startsWith(WAITING_FOR)
        ? Optional.of(code.substring(WAITING_FOR.length()))
        : Optional.empty();
  }

  /** Whether a required field is missing or empty: the task is incomplete. */
  public boolean isIncompleteness() {
    return field().isPresent();
  }

  /** The required field that is missing or empty. */
  public Optional<FieldName> field() {
    if (code.startsWith("plan-")) {
      return Optional.of(FieldName.PLAN);
    }
    if (equals(EFFORT_MISSING)) {
      return Optional.of(FieldName.EFFORT);
    }
    return equals(DOCUMENTATION_MISSING) ? Optional.of(FieldName.DOCUMENTATION) : Optional.empty();
  }
}
