package dev.replenish.app.history;

import dev.replenish.app.board.BoardReader;
import dev.replenish.audit.Event;
import dev.replenish.audit.TaskTimeline.Stop;
import dev.replenish.audit.TaskVersion.Place;
import dev.replenish.board.ProblemException;
import dev.replenish.git.Repo;
import dev.replenish.git.objects.Blob;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.plan.FileNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Follows a task back over the boards that it came from: it was moved from one to the other, or the
 * folder was renamed. In one commit it then appears here and disappears there.
 */
public final class MoveTracer {
  /** Nobody moves a task so often; but histories can be made to last for ever. */
  private static final int MOST_BOARDS = 20;

  private final Repo repo;
  private final String id;
  private final TaskVersions past;
  private final BoardReader reader;
  private final Map<String, Place> places;
  private final IntConsumer progress;

  public MoveTracer(
      Repo repo, String id, TaskVersions past, FileNames files, IntConsumer progress) {
    this.repo = repo;
    this.id = id;
    this.past = past;
    this.reader = new BoardReader(files);
    this.places =
        Map.of(
            files.backlog(),
            Place.BACKLOG,
            files.todo(),
            Place.TODO,
            files.archive(),
            Place.ARCHIVE);
    this.progress = progress;
  }

  /** The journey with what came before it. */
  public List<Stop> before(List<Stop> journey) {
    return before(journey, MOST_BOARDS);
  }

  private List<Stop> before(List<Stop> journey, int most) {
    if (most == 0 || journey.isEmpty() || journey.get(0).event() != Event.ADDED) {
      return journey;
    }
    Stop first = journey.get(0);
    CommitTree after = repo.tree(first.commit().id());
    for (String parent : repo.revision(first.commit().id()).parents()) {
      CommitTree before = repo.tree(parent);
      Optional<String> from = former(before, after);
      if (from.isPresent()) {
        List<Stop> stops = new ArrayList<>(before(earlier(before, from.get()), most - 1));
        stops.add(
            new Stop(
                Event.ADDED, first.commit(), from, first.to(), first.status(), first.byHand()));
        stops.addAll(journey.subList(1, journey.size()));
        return stops;
      }
    }
    return journey;
  }

  /** The file that held the task before and does not any more. */
  private Optional<String> former(CommitTree before, CommitTree after) {
    return repo.changed(before, after, places.keySet()).stream()
        .filter(path -> isIn(before, path) && !isIn(after, path))
        .findFirst();
  }

  private boolean isIn(CommitTree tip, String path) {
    Place place = places.getOrDefault(name(path), Place.BACKLOG);
    try {
      Optional<Blob> blob = tip.read(path);
      return blob.flatMap(b -> past.in(place, path, b.id(), (p, i) -> b.bytes())).isPresent();
    } catch (ProblemException noFile) {
      return false; // a link or a folder of that name holds no task
    }
  }

  private List<Stop> earlier(CommitTree tip, String path) {
    int slash = path.lastIndexOf('/');
    String dir = slash < 0 ? "." : path.substring(0, slash);
    TaskHistory journeys = new TaskHistory(id, past, reader, List.of(dir));
    journeys.read(repo, tip, progress);
    return journeys.on(dir);
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
