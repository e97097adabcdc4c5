package dev.replenish.board;

import dev.replenish.text.Location;
import dev.replenish.text.Replacement;
import java.util.List;

/**
 * One problem found in a file, with its safe repair if there is one.
 *
 * @param code the kind of problem
 * @param where file, line and column
 * @param message what was found, one sentence without a final full stop
 * @param hint what to do about it
 * @param fix the edits of that file that fix the problem and change nothing else; empty if only the
 *     user can fix it
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

  /** How severe it is. */
  public Severity severity() {
    return code.severity();
  }

  /** Whether {@code check --fix} repairs it. */
  public boolean fixable() {
    return !fix.isEmpty();
  }
}
