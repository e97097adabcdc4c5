package dev.replenish.git;

import dev.replenish.git.identity.JGitSystem;
import dev.replenish.git.index.IndexFile;
import dev.replenish.git.objects.BranchRef;
import dev.replenish.git.objects.Change;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.objects.TreeEntries;
import dev.replenish.git.objects.TreeWriter;
import dev.replenish.git.setup.GitProblems;
import dev.replenish.git.setup.Layout;
import dev.replenish.git.setup.RepoPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;

/**
 * Makes a repository with a first commit, for demonstrations and tests. Needs no {@code git}
 * program, no user settings and no home folder.
 */
public final class NewRepo {
  /** The branch that is checked out. */
  public static final String BRANCH = "main";

  private static final String NAME = "Replenish Demo";
  private static final String EMAIL = "demo@example.com";

  private NewRepo() {}

  /** An environment in which only the repository's own settings apply, with a neutral identity. */
  public static Map<String, String> environment() {
    return Map.of(
        "GIT_CONFIG_NOSYSTEM", "1",
        "GIT_CONFIG_GLOBAL", "",
        "GIT_ATTR_NOSYSTEM", "1",
        "GIT_AUTHOR_NAME", NAME,
        "GIT_AUTHOR_EMAIL", EMAIL,
        "GIT_COMMITTER_NAME", NAME,
        "GIT_COMMITTER_EMAIL", EMAIL);
  }

  /**
   * Makes a repository in {@code root}, an empty folder, and commits {@code files}.
   *
   * @param message the message of the commit
   * @param when the date of the commit
   * @return the commit's 40 hex digits
   */
  public static String create(Path root, List<Change> files, String message, ZonedDateTime when) {
    JGitSystem.install();
    FileRepositoryBuilder places =
        new FileRepositoryBuilder()
            .setFS(FS.DETECTED)
            .setGitDir(root.resolve(".git").toFile())
            .setWorkTree(root.toFile());
    try (Repository git = places.build()) {
      git.create(false);
      link(git);
      ObjectId commit =
          write(
              git, files, message, new PersonIdent(NAME, EMAIL, when.toInstant(), when.getZone()));
      checkOut(git, root, files);
      return commit.name();
    } catch (IOException e) {
      throw GitProblems.io("can't make a repository in " + root, e);
    }
  }

  /** Points HEAD at {@link #BRANCH}, whatever {@code init.defaultBranch} says. */
  private static void link(Repository git) throws IOException {
    RefUpdate head = git.updateRef(Constants.HEAD);
    head.disableRefLog();
    head.link(Constants.R_HEADS + BRANCH);
  }

  private static ObjectId write(Repository git, List<Change> files, String message, PersonIdent who)
      throws IOException {
    // In a pack, as in a clone.
    ObjectDirectory objects = (ObjectDirectory) git.getObjectDatabase();
    try (ObjectInserter inserter = objects.newPackInserter();
        ObjectReader reader = inserter.newReader()) {
      Map<String, ObjectId> blobs = new TreeMap<>();
      for (Change file : files) {
        RepoPath.require(file.path());
        blobs.put(file.path(), inserter.insert(Constants.OBJ_BLOB, file.bytes()));
      }
      ObjectId empty = inserter.insert(Constants.OBJ_TREE, TreeEntries.EMPTY.bytes());
      ObjectId tree = new TreeWriter(reader, inserter).write(empty, blobs);
      String by = who.toExternalString();
      String commit =
          "tree " + tree.name() + "\nauthor " + by + "\ncommitter " + by + "\n\n" + message;
      ObjectId id = inserter.insert(Constants.OBJ_COMMIT, commit.getBytes(StandardCharsets.UTF_8));
      inserter.flush();
      moveTo(git, id, who);
      return id;
    }
  }

  private static void moveTo(Repository git, ObjectId id, PersonIdent who) throws IOException {
    RefUpdate branch = git.updateRef(Constants.R_HEADS + BRANCH);
    branch.setExpectedOldObjectId(ObjectId.zeroId());
    branch.setNewObjectId(id);
    branch.setRefLogIdent(who);
    branch.setRefLogMessage("commit (initial)", false);
    RefUpdate.Result result = branch.update();
    if (result != RefUpdate.Result.NEW) {
      throw new IOException("making the branch " + BRANCH + " failed: " + result);
    }
  }

  private static void checkOut(Repository git, Path root, List<Change> files) throws IOException {
    Layout layout = Layout.open(root, environment());
    CommitTree tip = BranchRef.tip(git, layout, Optional.empty());
    WorkTree workTree = new WorkTree(layout, root.toRealPath());
    IndexFile index = workTree.readIndex();
    for (Change file : files) {
      workTree.checkOut(index, tip, file.path());
    }
    workTree.write(index);
  }
}
