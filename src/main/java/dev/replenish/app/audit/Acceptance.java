package dev.replenish.app.audit;

import dev.replenish.audit.history.AuditEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * A loss that was accepted as intended: a value of the setting {@code auditAccept}, such as {@code
 * 470d51f0…:TASK-20260203-009 taken out by the customer}.
 *
 * @param commit the beginning of the commit's id, 7 hex digits or more
 * @param id the task's id; "" for all losses of the commit
 * @param reason why the loss was intended, untrusted text
 */
public record Acceptance(String commit, String id, String reason) {
  private static final int SHORTEST = 7;
  private static final int LONGEST = 40;

  /** Parses the setting's value, one acceptance per line; invalid lines are skipped. */
  static List<Acceptance> all(String value) {
    List<Acceptance> all = new ArrayList<>();
    for (String line : value.lines().map(String::strip).toList()) {
      int blank = line.indexOf(' ');
      String what = blank < 0 ? line : line.substring(0, blank);
      String reason = blank < 0 ? "" : line.substring(blank + 1).strip();
      int colon = what.indexOf(':');
      String commit = colon < 0 ? what : what.substring(0, colon);
      if (isCommit(commit)) {
        all.add(new Acceptance(commit, colon < 0 ? "" : what.substring(colon + 1), reason));
      }
    }
    return all;
  }

  private static boolean isCommit(String text) {
    return text.length() >= SHORTEST
        && text.length() <= LONGEST
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  /** Whether the acceptance applies to {@code event}. */
  boolean covers(AuditEvent event) {
    return event.commit().id().startsWith(commit) && (id.isEmpty() || id.equals(event.task().id()));
  }

  /** The line of the setting. */
  String value() {
    return commit + (id.isEmpty() ? "" : ":" + id) + " " + reason;
  }
}
