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

/** The files of a ref that moves: itself, its log, and the folders that they lie in. */
public final class RefFiles {
  private static final String LOGS = "logs";

  private final Layout layout;

  public RefFiles(Layout layout) {
    this.layout = layout;
  }

  /** Before a ref moves: JGit learns whether there are logs, and finds its folders made. */
  public void prepare(Repository git, String ref) throws IOException {
    StoredConfig config = git.getConfig();
    String logged = logged();
    if (!logged.equals(config.getString("core", null, "logallrefupdates"))) {
      config.setString("core", null, "logallrefupdates", logged); // in memory alone
    }
    SharedPermissions shared = layout.shared();
    if (!shared.isOff()) {
      shared.makeFolders(layout.commonDir(), layout.commonDir().resolve(ref).getParent());
      if (makesLog(ref)) {
        shared.makeFolders(layout.commonDir(), log(ref).getParent());
      }
    }
  }

  /** After it has moved. */
  public void share(String ref) {
    SharedPermissions shared = layout.shared();
    shared.adjust(layout.commonDir().resolve(ref));
    shared.adjust(log(ref));
  }

  private Path log(String ref) {
    return layout.commonDir().resolve(LOGS).resolve(ref);
  }

  /**
   * Adds a line to the log of a ref, if there is one or is to be one. That of HEAD is this work
   * tree's own. A line that can't be added is no reason to fail.
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
      // Git goes on with a log in which a line is missing.
    }
  }

  /** Whether a log is made for a ref that has none; one that is there always gets its line. */
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

  /** As Git means it: in the git directory of a work tree it is not. */
  private boolean isBare() {
    GitConfig config = layout.config();
    Optional<String> bare =
        config
            .local("core", "bare", GitConfig.Scope.WORKTREE)
            .or(() -> config.local("core", "bare", GitConfig.Scope.LOCAL));
    return layout.workTree() == null && bare.map(GitConfig::isTrue).orElse(true);
  }
}
