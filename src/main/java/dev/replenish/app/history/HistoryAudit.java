package dev.replenish.app.history;

import dev.replenish.audit.AuditRecord;
import dev.replenish.audit.TaskText;
import dev.replenish.audit.history.AuditEvent;
import dev.replenish.audit.history.BoardFile;
import dev.replenish.audit.history.Removal;
import dev.replenish.audit.history.Revision;
import dev.replenish.audit.history.Snapshot;
import dev.replenish.audit.history.TaskTracker;
import dev.replenish.audit.history.UnmarkedAudit;
import dev.replenish.audit.history.UnmarkedState;
import dev.replenish.git.Repo;
import dev.replenish.git.history.CommitInfo;
import dev.replenish.git.history.FileSet;
import dev.replenish.git.history.ReadAhead;
import dev.replenish.git.history.WholeHistory;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.objects.LruMap;
import dev.replenish.settings.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Walks a history and tracks its tasks with a {@link TaskTracker}. */
public final class HistoryAudit {
  private static final int MOST_COMMITS = 64;

  private final Repo repo;
  private final WholeHistory history;
  private final BoardPaths paths;
  private final Versions versions;
  private final TaskTracker tracker = new TaskTracker();
  private final UnmarkedAudit unmarked = new UnmarkedAudit();
  private final UnmarkedVersions unmarkedVersions;
  private final Map<String, Integer> order = new HashMap<>();
  private final Set<String> boards = new TreeSet<>();
  private final Map<FileSet, CommitFiles> recent = new LruMap<>(MOST_COMMITS);

  /** An audit of what {@code history} walks over. */
  public HistoryAudit(Repo repo, Settings settings, WholeHistory history) {
    this.repo = repo;
    this.history = history;
    this.paths = new BoardPaths(settings.files());
    this.versions = new Versions(settings.statusAliases(), history::bytes);
    this.unmarkedVersions = new UnmarkedVersions(settings.statusAliases(), history::bytes);
  }

  /** Walks the history and returns its balance at {@code tip}. */
  public TaskTracker.Balance balance(CommitTree tip) {
    try (ReadAhead<WholeHistory.Step> steps = new ReadAhead<>(history::next)) {
      steps.forEach(this::take);
    }
    TaskTracker.Balance marked = tracker.close(files(history.files(tip.commitId())));
    UnmarkedAudit.Balance probable = unmarked.close();
    List<AuditEvent> all = new ArrayList<>(marked.events());
    all.addAll(probable.events());
    all.sort(Comparator.comparingInt(each -> order.getOrDefault(each.commit().id(), 0)));
    return marked.with(all, probable.deleting());
  }

  private void take(WholeHistory.Step step) {
    Revision revision = revision(step);
    Facts facts = new Facts(step.revision());
    order.put(revision.commit().id(), order.size());
    tracker.take(revision, facts);
    unmarked(step, revision, facts);
  }

  private void unmarked(WholeHistory.Step step, Revision revision, Facts facts) {
    Set<String> dirs = new TreeSet<>();
    revision.parents().forEach(p -> p.changed().forEach(file -> dirs.add(file.dir())));
    if (revision.parents().isEmpty()) {
      revision.now().files().forEach(file -> dirs.add(file.dir()));
    }
    for (String dir : dirs) {
      UnmarkedState now = unmarked(step.files(), dir);
      if (!now.items().isEmpty()) {
        List<UnmarkedState> before = new ArrayList<>();
        step.before().forEach(files -> before.add(unmarked(files, dir)));
        boards.add(dir);
        unmarked.take(
            revision.commit(), revision.message(), dir, now, before, facts.written::markdown);
      }
    }
  }

  private UnmarkedState unmarked(FileSet files, String dir) {
    CommitFiles commit = files(files);
    List<BoardFile> board = commit.files().stream().filter(file -> file.dir().equals(dir)).toList();
    return unmarkedVersions.read(versions, commit, board);
  }

  private Revision revision(WholeHistory.Step step) {
    CommitInfo info = step.revision();
    CommitFiles now = files(step.files());
    List<Revision.Parent> parents = new ArrayList<>();
    List<CommitFiles> before = new ArrayList<>();
    for (int i = 0; i < step.before().size(); i++) {
      CommitFiles parent = files(step.before().get(i));
      before.add(parent);
      CommitFiles.Changes changes = parent.changes(now);
      parents.add(
          new Revision.Parent(info.parents().get(i), parent, changes.files(), changes.indexes()));
      changes.files().forEach(file -> noteBoard(now, file));
    }
    if (before.isEmpty()) {
      now.files().forEach(file -> noteBoard(now, file));
    }
    boolean undoes = AuditRecord.of(info.message()).flatMap(AuditRecord::undoes).isPresent();
    return new Revision(
        TaskVersions.commit(info), info.message(), undoes, info.cutOff(), now, parents);
  }

  /** How a commit removed the task called {@code id} from the board in {@code dir}. */
  public Optional<Removal> removal(String commit, String dir, String id) {
    WholeHistory.Step step = history.step(commit);
    return Removal.of(revision(step), new Facts(step.revision()), dir, id);
  }

  private void noteBoard(CommitFiles now, BoardFile file) {
    if (!boards.contains(file.dir()) && !now.read(file).tasks().isEmpty()) {
      boards.add(file.dir());
    }
  }

  private CommitFiles files(FileSet files) {
    return recent.computeIfAbsent(files, set -> new CommitFiles(versions, paths, set));
  }

  /** The folders of the boards that ever held tasks. */
  public Set<String> boards() {
    return boards;
  }

  /** Evidence that is looked up only if needed. */
  private final class Facts implements Revision.Evidence {
    private final CommitInfo commit;
    private final WrittenFiles written;
    private final Map<List<Integer>, List<Snapshot>> bases = new HashMap<>();

    Facts(CommitInfo commit) {
      this.commit = commit;
      this.written = new WrittenFiles(repo, paths, versions, commit.id(), commit.parents());
    }

    @Override
    public List<Snapshot> bases(int parent, int other) {
      int first = Math.min(parent, other);
      return bases.computeIfAbsent(
          List.of(first, parent + other - first),
          pair -> {
            List<Snapshot> found = new ArrayList<>();
            String one = commit.parents().get(parent);
            for (FileSet base : history.bases(one, commit.parents().get(other))) {
              found.add(files(base));
            }
            return found;
          });
    }

    @Override
    public Optional<String> holder(TaskText task) {
      return written.holder(task);
    }
  }
}
