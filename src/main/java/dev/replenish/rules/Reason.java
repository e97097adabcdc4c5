package dev.replenish.rules;

import dev.replenish.board.CalendarDate;
import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.board.FindingCode;
import dev.replenish.board.ReadingComment;
import dev.replenish.board.Task;
import dev.replenish.text.OneLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a task is not ready.
 *
 * @param kind the kind of reason
 * @param detail a detail: the id that it waits for; "" for other kinds
 * @param words the reason in words, such as {@code no Plan}
 */
public record Reason(Kind kind, String detail, String words) {
  static final Reason DAMAGED = new Reason(Kind.DAMAGED, "one of its markers is damaged");
  static final Reason SECOND_HEADER =
      new Reason(Kind.SECOND_HEADER, "it contains the header of another task");
  static final Reason ID_MISSING = new Reason(Kind.ID_MISSING, "no id");
  static final Reason ID_UNSAFE =
      new Reason(Kind.ID_UNSAFE, "its id has characters that are not allowed");
  static final Reason OUTSIDE_GROUP = new Reason(Kind.OUTSIDE_GROUP, "it is in no group");
  static final Reason DUPLICATE_ID = new Reason(Kind.DUPLICATE_ID, "another task has the same id");
  static final Reason UNDECIDED =
      new Reason(Kind.UNDECIDED, "its text does not make clear whether it is open");
  static final Reason READING_UNCLEAR =
      new Reason(
          Kind.READING_UNCLEAR,
          "it is unclear whether it is a task: give it a box or an id, or end it with "
              + ReadingComment.EITHER);
  static final Reason PARKED = new Reason(Kind.PARKED, "it is set aside");
  static final Reason PLAN_MISSING = new Reason(Kind.PLAN_MISSING, "no Plan");
  static final Reason EFFORT_MISSING = new Reason(Kind.EFFORT_MISSING, "no Estimated Effort");
  static final Reason EFFORT_UNREADABLE =
      new Reason(Kind.EFFORT_MISSING, "its Estimated Effort is not an amount");
  static final Reason DOCUMENTATION_MISSING =
      new Reason(Kind.DOCUMENTATION_MISSING, "no Relevant Documentation");

  /** The kinds of reasons; each has a word that scripts rely on. */
  public enum Kind {
    DAMAGED,
    SECOND_HEADER,
    ID_MISSING,
    ID_UNSAFE,
    OUTSIDE_GROUP,
    DUPLICATE_ID,
    UNDECIDED,
    READING_UNCLEAR,
    PARKED,
    PLAN_MISSING(FieldName.PLAN, FindingCode.PLAN_MISSING),
    PLAN_TOO_SHORT(FieldName.PLAN, FindingCode.PLAN_TOO_SHORT),
    EFFORT_MISSING(FieldName.EFFORT, FindingCode.EFFORT_MISSING),
    DOCUMENTATION_MISSING(FieldName.DOCUMENTATION, FindingCode.DOCUMENTATION_MISSING),
    TYPE_MISMATCH,
    STATUS_NOT_TODO,
    WAITING_FOR,
    NOT_BEFORE,
    BLOCKED,
    ASSIGNED;

    private final Optional<FieldName> field;
    private final Optional<FindingCode> finding;

    Kind() {
      this.field = Optional.empty();
      this.finding = Optional.empty();
    }

    Kind(FieldName field, FindingCode finding) {
      this.field = Optional.of(field);
      this.finding = Optional.of(finding);
    }

    /** The word, such as {@code plan-missing}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The finding of a required field that is missing or empty. */
    Optional<FindingCode> finding() {
      return finding;
    }
  }

  private Reason(Kind kind, String words) {
    this(kind, "", words);
  }

  static Reason planTooShort(int steps) {
    return new Reason(Kind.PLAN_TOO_SHORT, "its Plan has " + steps + " of at least 3 steps");
  }

  static Reason typeMismatch(String type) {
    return new Reason(
        Kind.TYPE_MISMATCH, "its type is " + OneLine.clean(type) + ", not its group's");
  }

  static Reason statusNotTodo(String status) {
    return new Reason(Kind.STATUS_NOT_TODO, "its status is " + OneLine.clean(status));
  }

  static Reason waitingFor(String id) {
    return new Reason(Kind.WAITING_FOR, OneLine.line(id), "it depends on " + OneLine.line(id));
  }

  /** The reason for a task whose status is none of the five. */
  public static Reason unknownStatus(Task task) {
    String written = task.details().field(FieldName.STATUS).map(Field::value).orElse("");
    return statusNotTodo(written.isEmpty() ? "empty" : written);
  }

  /** The reason for a task that waits for something outside. */
  public static Reason blocked(Optional<String> why) {
    return new Reason(
        Kind.BLOCKED, "it is blocked" + why.map(w -> ": " + OneLine.line(w)).orElse(""));
  }

  /** The reason for a task that is assigned to someone else. */
  public static Reason assigned(String name) {
    return new Reason(Kind.ASSIGNED, "it is assigned to " + OneLine.clean(name));
  }

  /** The reason for a task that must not be started before {@code day}. */
  public static Reason notBefore(LocalDate day) {
    return new Reason(Kind.NOT_BEFORE, "not before " + CalendarDate.words(day));
  }

  /** The word that scripts rely on, such as {@code plan-missing} or {@code waiting-for:B-7}. */
  public String code() {
    return kind == Kind.WAITING_FOR ? kind.word() + ":" + detail : kind.word();
  }

  /** The codes of {@code reasons}. */
  public static List<String> codes(List<Reason> reasons) {
    List<String> codes = new ArrayList<>();
    for (Reason reason : reasons) {
      codes.add(reason.code());
    }
    return codes;
  }

  /** All of {@code reasons} in words, separated by commas. */
  public static String words(List<Reason> reasons) {
    List<String> words = new ArrayList<>();
    for (Reason reason : reasons) {
      words.add(reason.words);
    }
    return String.join(", ", words);
  }

  /** The id of the task that it waits for, if that is the reason. */
  public Optional<String> awaited() {
    return kind == Kind.WAITING_FOR ? Optional.of(detail) : Optional.empty();
  }

  /** Whether a required field is missing or empty: the task is incomplete. */
  public boolean isIncompleteness() {
    return field().isPresent();
  }

  /** Whether the reason is a field that is present, but too short. */
  public boolean isTooShort() {
    return kind == Kind.PLAN_TOO_SHORT;
  }

  /** The required field that is missing or empty. */
  public Optional<FieldName> field() {
    return kind.field;
  }
}
