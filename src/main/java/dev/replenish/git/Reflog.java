package dev.replenish.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eclipse.jgit.lib.Constants;

/** The lines that {@code git reflog} shows. */
final class Reflog {
  private Reflog() {}

  /**
   * Adds a line to the branch's log.
   *
   * @param subject what was done
   */
  static void branch(Layout layout, Tip before, CommitWriter.Written to, String subject) {
    append(layout, layout.commonDir(), before.branch(), line(before, to, subject));
  }

  /** The same for HEAD, in this work tree's own log. */
  static void head(Layout layout, Tip before, CommitWriter.Written to, String subject) {
    append(layout, layout.gitDir(), Constants.HEAD, line(before, to, subject));
  }

  private static String line(Tip before, CommitWriter.Written to, String subject) {
    String who = to.committer().at(to.when());
    return before.commit() + " " + to.id().name() + " " + who + "\treplenish: " + subject + "\n";
  }

  private static void append(Layout layout, Path dir, String ref, String line) {
    Path log = dir.resolve("logs").resolve(ref);
    String unset = layout.workTree() == null ? "false" : "true";
    String value = layout.config().get("core", "logallrefupdates").orElse(unset);
    boolean wanted = value.equalsIgnoreCase("always") || GitConfig.isTrue(value);
    if (!wanted && !Files.exists(log)) {
      return;
    }
    try {
      Files.createDirectories(log.getParent());
      Files.writeString(log, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      // A missing line is no reason to fail.
    }
  }
}
