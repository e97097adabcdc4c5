package dev.replenish.app.history;

import dev.replenish.app.board.BoardReader;
import dev.replenish.audit.Event;
import dev.replenish.audit.TaskTimeline.Stop;
import dev.replenish.audit.history.BoardFile;
import dev.replenish.board.ProblemException;
import dev.replenish.git.Repo;
import dev.replenish.git.objects.Blob;
import dev.replenish.git.objects.CommitTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Follows a task back to the boards that it came from: it was moved to another board, or the folder
 * was renamed. One commit then removes it from one board and adds it to the other.
 */
public record MoveTracer(
    Repo repo,
    String id,
    TaskVersions versions,
    BoardReader reader,
    BoardPaths paths,
    IntConsumer progress) {
  /** No real history reaches this limit; it guards against histories that were made endless. */
  private static final int MOST_BOARDS = 20;

  /** Returns the journey, preceded by the stops on earlier boards. */
  public List<Stop> before(List<Stop> journey) {
    return before(journey, MOST_BOARDS);
  }

  private List<Stop> before(List<Stop> journey, int maxBoards) {
    if (maxBoards == 0 || journey.isEmpty() || journey.get(0).event() != Event.ADDED) {
      return journey;
    }
    Stop first = journey.get(0);
    CommitTree after = repo.tree(first.commit().id());
    for (String parent : repo.revision(first.commit().id()).parents()) {
      CommitTree before = repo.tree(parent);
      Optional<BoardFile> from = former(before, after);
      if (from.isPresent()) {
        List<Stop> earlier = earlier(before, from.get().dir());
        List<Stop> stops = new ArrayList<>(before(earlier, maxBoards - 1));
        stops.add(
            new Stop(
                Event.ADDED,
                first.commit(),
                from.map(BoardFile::path),
                first.to(),
                first.status(),
                first.byHand()));
        stops.addAll(journey.subList(1, journey.size()));
        return stops;
      }
    }
    return journey;
  }

  /** The file that held the task before the commit and does not hold it after. */
  private Optional<BoardFile> former(CommitTree before, CommitTree after) {
    return repo.changed(before, after, paths.names()).stream()
        .flatMap(path -> paths.file(path).stream())
        .filter(file -> holds(before, file) && !holds(after, file))
        .findFirst();
  }

  private boolean holds(CommitTree tip, BoardFile file) {
    try {
      Optional<Blob> blob = tip.read(file.path());
      return blob.flatMap(b -> versions.in(file.role(), file.path(), b.id(), (p, i) -> b.bytes()))
          .isPresent();
    } catch (ProblemException noFile) {
      return false; // a link or a folder of that name holds no task
    }
  }

  private List<Stop> earlier(CommitTree tip, String dir) {
    TaskHistory journeys = new TaskHistory(id, versions, reader, List.of(dir));
    journeys.read(repo, tip, progress);
    return journeys.journey(dir).stops();
  }
}
