package dev.replenish.app;

import dev.replenish.audit.Trail;
import dev.replenish.git.History;
import dev.replenish.git.Repo;
import dev.replenish.git.Revision;
import dev.replenish.git.Tip;
import dev.replenish.git.Tree;
import dev.replenish.plan.FileNames;
import dev.replenish.rules.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/** Reads back what was done to boards (docs/reference/history.md): {@code log}. */
public final class ReadLog {
  private final Repo repo;
  private final LogRequest request;
  private final Map<String, List<LogEntry>> entries = new LinkedHashMap<>();
  private final Map<String, String> boards = new LinkedHashMap<>();
  private final TreeSet<String> known = new TreeSet<>();
  private boolean shallow;

  private ReadLog(Repo repo, LogRequest request, List<String> dirs) {
    this.repo = repo;
    this.request = request;
    for (String dir : dirs) {
      entries.put(dir, new ArrayList<>());
      boards.put(Words.line(dir), dir); // as the trailer has it
    }
  }

  /**
   * The commits of ours that changed each board, newest first.
   *
   * @param progress is told how many commits have been looked at, after each
   * @throws dev.replenish.board.Refusal {@code USAGE} for a date that is none, or a task that no
   *     board has ever had
   */
  public static List<Outcome<LogResult>> of(
      Context context, LogRequest request, IntConsumer progress) {
    try (Workspace workspace = new Workspace(context)) {
      Tree tree = workspace.reading();
      Settings settings = workspace.settings(tree);
      BoardReader reader = new BoardReader(settings.files());
      List<String> dirs = workspace.boards(tree, settings);
      ReadLog log = new ReadLog(workspace.repo(), request, dirs);
      Optional<Instant> since = request.since().map(text -> log.repo.moment(text, "--since"));
      List<String> paths = dirs.stream().flatMap(dir -> reader.paths(dir).stream()).toList();
      Optional<Tip> tip = log.repo.newest(context.ref());
      tip.ifPresent(start -> log.read(start, paths, since, progress));
      if (request.task().isPresent() && log.isEmpty()) {
        String id = request.task().get();
        Optional<String> meant = ShortId.meant(id, log.known);
        if (meant.isPresent()) {
          return of(context, request.about(meant.get()), progress);
        }
        log.requireKnown(id, settings.files());
      }
      return dirs.stream().map(log::outcome).toList();
    }
  }

  private void read(Tip tip, List<String> paths, Optional<Instant> since, IntConsumer progress) {
    try (History history = repo.history(tip, paths, History.Order.BY_TIME, progress)) {
      since.ifPresent(history::since);
      Optional<History.Step> step = history.next();
      while (step.isPresent()) {
        take(step.get().revision());
        step = isEnough() ? Optional.empty() : history.next();
      }
      shallow = history.isCutOff();
    }
  }

  private void take(Revision revision) {
    Optional<Trail> trail = Trail.of(revision.message());
    String dir = trail.map(t -> boards.get(t.board())).orElse(null);
    List<LogEntry> list = dir == null ? null : entries.get(dir);
    if (list == null || list.size() >= request.limit()) {
      return;
    }
    LogEntry entry = new LogEntry(Past.commit(revision), trail.orElseThrow());
    if (request.task().map(entry.trail()::names).orElse(true)) {
      list.add(entry);
    } else {
      entry.trail().tasks().forEach(task -> known.add(task.id().value()));
    }
  }

  private boolean isEnough() {
    return entries.values().stream().allMatch(list -> list.size() >= request.limit());
  }

  private boolean isEmpty() {
    return entries.values().stream().allMatch(List::isEmpty);
  }

  /** A task of which no commit of ours says anything is none that somebody has mistyped. */
  private void requireKnown(String id, FileNames files) {
    UnknownTask unknown = new UnknownTask(repo, files, id);
    if (!unknown.isNamedSomewhere()) {
      throw unknown.refusal(known);
    }
  }

  private Outcome<LogResult> outcome(String dir) {
    return Outcome.of(dir, () -> new LogResult(dir, entries.getOrDefault(dir, List.of()), shallow));
  }
}
