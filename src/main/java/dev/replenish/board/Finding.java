package dev.replenish.board;

import dev.replenish.text.Location;
import dev.replenish.text.Replacement;
import java.util.List;

/**
 * One thing that is not as it should be, together with its safe repair where there is one.
 *
 * @param code what it is
 * @param where file, line and column
 * @param message what was found, one sentence without a final full stop
 * @param hint what to do about it
 * @param fix the edits of that file which fix it and touch nothing else; empty where only a person
 *     can
 */
public record Finding(
    FindingCode code, Location where, String message, String hint, List<Replacement> fix) {

  /** Copies the collection. */
  public Finding {
    fix = List.copyOf(fix);
  }

  /** A finding with its code's usual hint and no repair. */
  public static Finding of(FindingCode code, Location where, String message) {
    return new Finding(code, where, message, code.hint(), List.of());
  }

  /** The same finding with its repair. */
  public Finding fixedBy(Replacement... edits) {
    return new Finding(code, where, message, hint, List.of(edits));
  }

  /** The same finding with another hint. */
  public Finding advising(String other) {
    return new Finding(code, where, message, other, fix);
  }

  /** How much it weighs. */
  public Severity severity() {
    return code.severity();
  }

  /** Whether {@code check --fix} fixes it. */
  public boolean fixable() {
    return !fix.isEmpty();
  }
}
