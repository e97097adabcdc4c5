package dev.replenish.git.history;

import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.objects.TreeEntries;
import dev.replenish.git.setup.GitProblems;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdOwnerMap;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Searches for words in every version of the files with certain names, in any folder, on every
 * local and remote-tracking branch. Reads each folder and each file version once, however many
 * commits have it.
 */
public final class HistorySearch {
  private final Repository git;
  private final List<byte[]> names;
  private final IntConsumer progress;
  private final ObjectIdOwnerMap<Seen> seen = new ObjectIdOwnerMap<>();
  private final Deque<ObjectId> folders = new ArrayDeque<>();
  private boolean complete;

  private static final class Seen extends ObjectIdOwnerMap.Entry {
    Seen(AnyObjectId id) {
      super(id);
    }
  }

  /** Searches files with these names, without folders. */
  public HistorySearch(Repository git, Collection<String> names, IntConsumer progress) {
    this.git = git;
    this.names = NamedEntries.bytes(names);
    this.progress = progress;
  }

  /** Every word that begins with {@code prefix}. */
  public SearchResult beginning(String prefix) {
    return search(new WordSearch(prefix, false), Integer.MAX_VALUE);
  }

  /** Exactly this word, if it occurs; stops at the first occurrence. */
  public SearchResult word(String word) {
    return search(new WordSearch(word, true), 1);
  }

  private SearchResult search(WordSearch search, int limit) {
    try (RevWalk walk = new RevWalk(git)) {
      complete = git.getObjectDatabase().getShallowCommits().isEmpty();
      walk.setRetainBody(false);
      walk.sort(RevSort.NONE);
      start(walk);
      int count = 0;
      RevCommit commit = walk.next();
      while (commit != null && search.found().size() < limit) {
        progress.accept(++count);
        visit(walk.getObjectReader(), commit.getTree(), search);
        commit = walk.next();
      }
      return new SearchResult(search.found(), complete);
    } catch (IOException e) {
      throw GitProblems.io("can't read the history", e);
    }
  }

  private void start(RevWalk walk) throws IOException {
    Ref head = git.exactRef(Constants.HEAD);
    if (head != null && head.getObjectId() != null) {
      walk.markStart(walk.parseCommit(head.getObjectId()));
    }
    for (Ref ref : git.getRefDatabase().getRefsByPrefix(Constants.R_HEADS, Constants.R_REMOTES)) {
      RevObject tip = ref.getObjectId() == null ? null : walk.parseAny(ref.getObjectId());
      if (tip instanceof RevCommit commit) {
        walk.markStart(commit);
      }
    }
  }

  private void visit(ObjectReader reader, ObjectId root, WordSearch search) throws IOException {
    if (isNew(root)) {
      folders.push(root.copy());
    }
    while (!folders.isEmpty()) {
      ObjectId folder = folders.pop();
      try {
        scan(reader, TreeEntries.read(reader, folder).bytes(), search);
      } catch (MissingObjectException e) {
        complete = false; // a partial clone without trees
      }
    }
  }

  private boolean isNew(AnyObjectId object) {
    if (seen.contains(object)) {
      return false;
    }
    seen.add(new Seen(object));
    return true;
  }

  private void scan(ObjectReader reader, byte[] tree, WordSearch search) throws IOException {
    NamedEntries each = new NamedEntries(names, tree);
    while (each.next()) {
      ObjectId id = each.id();
      if (!isNew(id)) {
        continue;
      }
      if (each.isFolder()) {
        folders.push(id);
      } else {
        read(reader, id, search);
      }
    }
  }

  private void read(ObjectReader reader, ObjectId blob, WordSearch search) throws IOException {
    try {
      if (reader.getObjectSize(blob, Constants.OBJ_BLOB) <= CommitTree.MAX_BYTES) {
        search.search(reader.open(blob, Constants.OBJ_BLOB).getBytes((int) CommitTree.MAX_BYTES));
      }
    } catch (MissingObjectException e) {
      complete = false; // a partial clone without blobs
    }
  }
}
