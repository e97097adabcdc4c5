package dev.replenish.app;

import dev.replenish.app.board.BoardReader;
import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.history.TaskVersions;
import dev.replenish.audit.AuditRecord;
import dev.replenish.board.Board;
import dev.replenish.git.Repo;
import dev.replenish.git.history.CommitInfo;
import dev.replenish.git.history.History;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.settings.Settings;
import dev.replenish.text.OneLine;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the commit that an earlier call made under the same key, so that a repeated call is not
 * carried out twice (docs/reference/commits-and-trailers.md, "Keys").
 */
final class IdempotencyKeys {
  private final Repo repo;
  private final Optional<String> key;
  private final Map<String, String> searched = new HashMap<>();
  private boolean incomplete;

  IdempotencyKeys(Repo repo, Optional<String> key) {
    this.repo = repo;
    this.key = key;
  }

  /** The newest commit to the board in {@code dir} with the key, in the history of {@code tip}. */
  Optional<IdempotentReplay> find(CommitTree tip, String dir, Settings settings) {
    if (key.isEmpty() || tip.commit().equals(searched.put(dir, tip.commit()))) {
      return Optional.empty();
    }
    BoardReader reader = BoardReader.of(settings);
    List<String> paths = reader.paths(tip, dir);
    try (History history = repo.history(tip, paths)) {
      Optional<IdempotentReplay> replay =
          history.first(
              step ->
                  AuditRecord.of(step.revision().message())
                      .filter(trail -> isMatch(trail, dir))
                      .map(trail -> replay(step.revision(), trail, dir, settings, reader)));
      incomplete |= replay.isEmpty() && history.isCutOff();
      return replay;
    }
  }

  private boolean isMatch(AuditRecord trail, String dir) {
    return trail.key().equals(key) && trail.board().equals(OneLine.line(dir));
  }

  private IdempotentReplay replay(
      CommitInfo revision, AuditRecord trail, String dir, Settings settings, BoardReader reader) {
    TaskVersions.requireParent(revision);
    CommitTree parent = repo.tree(revision.parents().get(0));
    LocalDate day = revision.date().toLocalDate();
    BoardSnapshot before =
        new BoardSnapshot(parent, settings, reader, reader.read(parent, dir), day);
    Board after = reader.read(repo.tree(revision.id()), dir);
    return new IdempotentReplay(before, after, revision, trail, List.of());
  }

  /** A notice if the key was not found and part of the history is missing. */
  List<String> notices() {
    return incomplete
        ? List.of("Part of the history is missing here, so a key recorded there is not found.")
        : List.of();
  }
}
