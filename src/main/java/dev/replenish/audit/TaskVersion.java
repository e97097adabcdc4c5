package dev.replenish.audit;

import dev.replenish.board.Status;
import java.util.Optional;

/**
 * A task as one version of a board has it.
 *
 * @param place the file that it is in
 * @param path that file's path in the repository
 * @param status its status; empty where it is none of the known
 * @param title its title
 * @param text its text but for the status, in any form that differs exactly when the text does
 */
public record TaskVersion(
    Place place, String path, Optional<Status> status, String title, String text) {

  /** The files of a board, in the order in which a task goes through them. */
  public enum Place {
    BACKLOG,
    TODO,
    ARCHIVE
  }
}
