package dev.replenish.audit;

import java.time.ZonedDateTime;

/**
 * The author, date and subject of a commit. Names and subject are untrusted text.
 *
 * @param id the commit's 40 hex digits
 * @param date the author time in the author's zone
 * @param name the author's name
 * @param email the author's mail address
 * @param subject the first line of the message
 */
public record Commit(String id, ZonedDateTime date, String name, String email, String subject) {
  private static final int SHORT = 7;

  /** The short form of a commit's id, for display. */
  public static String shortened(String id) {
    return id.substring(0, SHORT);
  }
}
