package dev.replenish.git.setup;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The user that this process acts as, for questions about who owns a file. On Unix that is the
 * effective user id; on Windows, and wherever ids can't be had, {@link NamedUser} answers.
 */
final class CurrentUser {
  private final Path status;

  CurrentUser() {
    this(Path.of("/proc/self/status"));
  }

  /**
   * Reads the user id from this file where it exists.
   *
   * @param status what Linux says of this process; absent on macOS, and in some containers
   */
  CurrentUser(Path status) {
    this.status = status;
  }

  /**
   * Whether the file itself, and not what a symlink points to, belongs to this user. As with Git,
   * root owns what is root's and, called by sudo, what is the caller's.
   *
   * @param sudoUid the value of {@code SUDO_UID}, or ""
   */
  boolean owns(Path path, String sudoUid) {
    try {
      Integer owner = uid(path);
      Integer me = owner == null ? null : effectiveUid();
      if (owner == null || me == null) {
        return new NamedUser().owns(path);
      }
      return owner.equals(me) || (me == 0 && owner.toString().equals(sudoUid));
    } catch (IOException e) {
      return false;
    }
  }

  /** The effective user id, or null on Windows and where it can't be found out. */
  @Nullable Integer effectiveUid() {
    Integer uid = statusUid();
    if (uid == null) {
      uid = passwordEntryUid();
    }
    return uid == null ? newFileUid() : uid;
  }

  /**
   * What Linux says. The owner of {@code /proc/self} is no answer: the link is root's for
   * everybody, and what it points to is root's too where Java has file capabilities.
   */
  private @Nullable Integer statusUid() {
    try {
      String text = new String(Files.readAllBytes(status), StandardCharsets.ISO_8859_1);
      int at = text.indexOf("\nUid:\t");
      if (at < 0) {
        return null;
      }
      int effective = text.indexOf('\t', at + "\nUid:\t".length()) + 1; // behind the real id
      return Integer.parseUnsignedInt(text.substring(effective, text.indexOf('\t', effective)));
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return null;
    }
  }

  /** What the JDK knows, which is 0 for every user that has no entry in the password file. */
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
