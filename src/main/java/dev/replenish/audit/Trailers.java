package dev.replenish.audit;

import java.util.Optional;

/**
 * Writes the last paragraph of a commit message (docs/reference/commits-and-trailers.md). The
 * caller must ensure that every value is one line without control characters.
 */
public final class Trailers {
  /** The prefix of every trailer's name. */
  public static final String PREFIX = "Replenish-";

  private final StringBuilder text = new StringBuilder();

  /** The trailers of a commit to the board in {@code dir}; {@code .} for the root. */
  public Trailers(String dir) {
    add("Board", dir);
  }

  /** The group that a batch was taken from; "" for a priority that it does not have. */
  public Trailers group(String type, String priority) {
    return add("Group", "type=" + type + (priority.isEmpty() ? "" : " priority=" + priority));
  }

  /** The word of the rule that chose the group. */
  public Trailers rule(String word) {
    return add("Rule", word);
  }

  /** An event of the tasks called {@code names}, which must have a trailer. */
  public Trailers event(Event event, Iterable<String> names) {
    for (String name : names) {
      add(event.trailer(), name);
    }
    return this;
  }

  /** The commit that this one undoes: 40 hex digits. */
  public Trailers undo(String commit) {
    return add("Undo", commit);
  }

  /** The version of the program that made the commit, and the caller's key, if any. */
  public Trailers version(String version, Optional<String> key) {
    add("Version", version);
    key.ifPresent(value -> add("Key", value));
    return this;
  }

  /** Adds a trailer; {@code name} is the part after {@link #PREFIX}. */
  public Trailers add(String name, String value) {
    text.append(PREFIX).append(name).append(": ").append(value).append('\n');
    return this;
  }

  /** The paragraph, each trailer on its own line. */
  @Override
  public String toString() {
    return text.toString();
  }
}
