package dev.replenish.git.objects;

import dev.replenish.git.setup.GitConfig;
import dev.replenish.git.setup.Layout;
import dev.replenish.git.setup.SharedPermissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;

/** The files of a ref that moves: the ref, its reflog, and their folders. */
public final class RefFiles {
  private static final String LOGS = "logs";

  private final Layout layout;

  public RefFiles(Layout layout) {
    this.layout = layout;
  }

  /** Prepares JGit to move a ref: sets whether it writes reflogs, and creates the folders. */
  public void prepare(Repository git, String ref) throws IOException {
    StoredConfig config = git.getConfig();
    String logged = logged();
    if (!logged.equals(config.getString("core", null, "logallrefupdates"))) {
      config.setString("core", null, "logallrefupdates", logged); // only in memory
    }
    SharedPermissions shared = layout.shared();
    if (!shared.isOff()) {
      shared.makeFolders(layout.commonDir(), layout.commonDir().resolve(ref).getParent());
      if (makesLog(ref)) {
        shared.makeFolders(layout.commonDir(), log(ref).getParent());
      }
    }
  }

  /** Sets the permissions of the files after the ref has moved. */
  public void share(String ref) {
    SharedPermissions shared = layout.shared();
    shared.adjust(layout.commonDir().resolve(ref));
    shared.adjust(log(ref));
  }

  private Path log(String ref) {
    return layout.commonDir().resolve(LOGS).resolve(ref);
  }

  /**
   * Appends a line to a ref's reflog, if it exists or should be created. HEAD's reflog belongs to
   * this work tree. A failure is ignored.
   */
  void log(String ref, String line) {
    Path dir = ref.equals(Constants.HEAD) ? layout.gitDir() : layout.commonDir();
    Path log = dir.resolve(LOGS).resolve(ref);
    if (!makesLog(ref) && !Files.exists(log)) {
      return;
    }
    try {
      layout.shared().makeFolders(dir, log.getParent());
      Files.writeString(log, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      layout.shared().adjust(log);
    } catch (IOException e) {
      // Git accepts a reflog in which a line is missing.
    }
  }

  /** Whether a missing reflog is created for this ref; an existing one always gets its line. */
  private boolean makesLog(String ref) {
    boolean usual =
        ref.equals(Constants.HEAD)
            || ref.startsWith(Constants.R_HEADS)
            || ref.startsWith(Constants.R_REMOTES)
            || ref.startsWith(Constants.R_NOTES);
    String logged = logged();
    return logged.equals("always") || (usual && logged.equals("true"));
  }

  /** {@code core.logAllRefUpdates}: on by default, but not in a bare repository. */
  private String logged() {
    Optional<String> set = layout.config().get("core", "logallrefupdates");
    if (set.isEmpty()) {
      return isBare() ? "false" : "true";
    }
    String value = set.get().toLowerCase(Locale.ROOT);
    return value.equals("always") ? value : Boolean.toString(GitConfig.isTrue(value));
  }

  /**
   * Whether the repository counts as bare for Git: in the git directory of a work tree it does not.
   */
  private boolean isBare() {
    GitConfig config = layout.config();
    Optional<String> bare =
        config
            .local("core", "bare", GitConfig.Scope.WORKTREE)
            .or(() -> config.local("core", "bare", GitConfig.Scope.LOCAL));
    return layout.workTree() == null && bare.map(GitConfig::isTrue).orElse(true);
  }
}
