package dev.replenish.git.setup;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The user that this process runs as, for checks of who owns a file. On Unix this is the effective
 * user id; on Windows, and wherever ids are not available, {@link NamedUser} decides.
 */
final class CurrentUser {
  private final Path status;

  CurrentUser() {
    this(Path.of("/proc/self/status"));
  }

  /**
   * Reads the user id from this file if it exists.
   *
   * @param status Linux's status file of this process; missing on macOS and in some containers
   */
  CurrentUser(Path status) {
    this.status = status;
  }

  /**
   * Whether this user owns the file itself, not the target of a symbolic link. As in Git, root owns
   * root's files and, under sudo, the files of the user who called sudo.
   *
   * @param sudoUid the value of {@code SUDO_UID}, or ""
   */
  boolean owns(Path path, String sudoUid) {
    try {
      Integer owner = uid(path);
      Integer self = owner == null ? null : effectiveUid();
      if (owner == null || self == null) {
        return new NamedUser().owns(path);
      }
      return owner.equals(self) || (self == 0 && owner.toString().equals(sudoUid));
    } catch (IOException e) {
      return false;
    }
  }

  /** The effective user id, or null on Windows and wherever it can't be determined. */
  @Nullable Integer effectiveUid() {
    Integer uid = statusUid();
    if (uid == null) {
      uid = passwordEntryUid();
    }
    return uid == null ? newFileUid() : uid;
  }

  /**
   * The effective user id from Linux's status file. The owner of {@code /proc/self} does not help:
   * the link always belongs to root, and so does its target if Java has file capabilities.
   */
  private @Nullable Integer statusUid() {
    try {
      String text = new String(Files.readAllBytes(status), StandardCharsets.ISO_8859_1);
      int at = text.indexOf("\nUid:\t");
      if (at < 0) {
        return null;
      }
      int effective = text.indexOf('\t', at + "\nUid:\t".length()) + 1; // after the real id
      return Integer.parseUnsignedInt(text.substring(effective, text.indexOf('\t', effective)));
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return null;
    }
  }

  /** The JDK's user id, which is 0 for every user without an entry in the password file. */
  private static @Nullable Integer passwordEntryUid() {
    try {
      UnixSystem system = new UnixSystem();
      return system.getUsername() == null ? null : (int) system.getUid();
    } catch (LinkageError e) { // not on Windows, nor in a Java without this module
      return null;
    }
  }

  private static @Nullable Integer newFileUid() {
    try {
      Path file = Files.createTempFile("replenish-owner", "");
      try {
        return uid(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      return null;
    }
  }

  private static @Nullable Integer uid(Path path) throws IOException {
    try {
      return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      return null;
    }
  }
}
