package dev.replenish.app;

import dev.replenish.audit.Trail;
import dev.replenish.git.Revision;
import java.time.ZonedDateTime;

/**
 * A commit of ours. All text in it is untrusted.
 *
 * @param commit its 40 hex digits
 * @param date the author time in the author's zone
 * @param name the author's name
 * @param email the author's mail address
 * @param subject the first line of the message
 * @param trail what the message says
 */
public record LogEntry(
    String commit, ZonedDateTime date, String name, String email, String subject, Trail trail) {

  static LogEntry of(Revision revision, Trail trail) {
    return new LogEntry(
        revision.id(),
        revision.date(),
        revision.name(),
        revision.email(),
        revision.subject(),
        trail);
  }

  boolean names(String id) {
    return trail.tasks().stream().anyMatch(entry -> entry.id().value().equals(id));
  }
}
