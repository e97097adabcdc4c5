package dev.replenish.audit;

import dev.replenish.board.FileRole;
import dev.replenish.board.Status;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A task in one version of a board.
 *
 * @param role the file that it is in
 * @param path that file's path in the repository
 * @param status its status; empty if it is unknown
 * @param title its title
 * @param text its text without the status, in any form that differs exactly when the text does
 */
public record TaskVersion(
    FileRole role, String path, Optional<Status> status, String title, String text) {

  /** Compares the hashes first: most versions differ only in their texts, and late in these. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TaskVersion version
        && text.hashCode() == version.text.hashCode()
        && role == version.role
        && path.equals(version.path)
        && status.equals(version.status)
        && title.equals(version.title)
        && text.equals(version.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
