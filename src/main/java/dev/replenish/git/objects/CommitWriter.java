package dev.replenish.git.objects;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.git.identity.AuthorOverride;
import dev.replenish.git.identity.GitDates;
import dev.replenish.git.identity.Identity;
import dev.replenish.git.setup.GitProblems;
import dev.replenish.git.setup.Layout;
import dev.replenish.git.setup.RepoPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/** Writes the objects of a commit; they have no effect until a branch points to the commit. */
public final class CommitWriter {
  private final Repository git;
  private final Layout layout;

  public CommitWriter(Repository git, Layout layout) {
    this.git = git;
    this.layout = layout;
  }

  /**
   * A commit whose objects are written.
   *
   * @param id its id
   * @param tree the id of its root tree
   * @param committer the committer, for the reflog
   * @param when the committer time
   */
  public record Written(ObjectId id, ObjectId tree, Identity committer, ZonedDateTime when) {}

  /** Writes the blobs, the trees above them, and the commit on top of {@code tip}. */
  public Written write(
      CommitTree tip, List<Change> changes, String message, AuthorOverride author) {
    return write(tip, List.of(tip.commitId()), changes, message, author);
  }

  /**
   * Like {@link #write(CommitTree, List, String, AuthorOverride)}, but with other parents than
   * {@code tip}, whose files are still the ones that are changed.
   */
  public Written write(
      CommitTree tip,
      List<ObjectId> parents,
      List<Change> changes,
      String message,
      AuthorOverride author) {
    Identity.Finder finder = new Identity.Finder(layout.config(), layout.env());
    Identity authorIdentity = finder.author(author.override());
    Identity committer = finder.committer();
    ZonedDateTime when = GitDates.variable("GIT_COMMITTER_DATE", layout.env());
    try (ObjectInserter inserter = new LooseInserter(git, layout.shared());
        ObjectReader reader = git.newObjectReader()) {
      Map<String, ObjectId> blobs = new TreeMap<>();
      for (Change change : changes) {
        RepoPath.require(change.path());
        ObjectId blob = inserter.insert(Constants.OBJ_BLOB, change.bytes());
        blobs.put(change.path(), blob);
        tip.cache(blob, change.bytes());
      }
      ObjectId tree = new TreeWriter(reader, inserter).write(tip.treeId(), blobs);
      if (tree.equals(tip.treeId())) {
        throw new IllegalArgumentException("the changes have no effect");
      }
      String head = headers(tree, parents, authorIdentity.at(author.when()), committer.at(when));
      Signing signing = new Signing(layout.config(), layout.env());
      if (author.sign() && signing.isOn()) {
        head += signature(signing.sign(join(head, message), committer));
      }
      ObjectId id = inserter.insert(Constants.OBJ_COMMIT, join(head, message));
      inserter.flush();
      return new Written(id, tree, committer, when);
    } catch (IOException e) {
      throw GitProblems.io("can't write to the repository", e);
    }
  }

  private static String headers(
      ObjectId tree, List<ObjectId> parents, String author, String committer) {
    StringBuilder headers = new StringBuilder("tree " + tree.name() + "\n");
    parents.forEach(parent -> headers.append("parent ").append(parent.name()).append('\n'));
    return headers + "author " + author + "\ncommitter " + committer + "\n";
  }

  /** A header of several lines; each line after the first begins with a space. */
  private static String signature(String signature) {
    return "gpgsig " + signature.strip().replace("\n", "\n ") + "\n";
  }

  private static byte[] join(String headers, String message) {
    ByteArrayOutputStream commit = new ByteArrayOutputStream();
    commit.writeBytes(headers.getBytes(UTF_8));
    commit.write('\n');
    commit.writeBytes(message.getBytes(UTF_8));
    if (!message.endsWith("\n")) {
      commit.write('\n');
    }
    return commit.toByteArray();
  }
}
