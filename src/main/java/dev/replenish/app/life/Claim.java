package dev.replenish.app.life;

import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.Session;
import dev.replenish.app.board.TaskFinder;
import dev.replenish.board.Assignee;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.board.Transition;
import dev.replenish.git.setup.ConfigEntry;
import dev.replenish.plan.Draft;
import dev.replenish.plan.life.AssignStep;
import dev.replenish.text.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides who gets a task that is started: if several people start the same task, exactly one gets
 * it (docs/reference/life-cycle.md, "Claiming a task").
 */
record Claim(Session workspace, StatusRequest request) {

  /** Whether the request starts tasks and {@code status} is in progress. */
  boolean isRestart(Status status) {
    return request.transition() == Transition.START && status == Status.IN_PROGRESS;
  }

  private Optional<String> callerName(BoardSnapshot base) {
    if (request.transition() != Transition.START) {
      return Optional.empty();
    }
    return request.assignee().or(() -> base.settings().assignee().map(StatusRequest::person));
  }

  /**
   * Whether the caller becomes the assignee of a task in progress, because it has none yet.
   *
   * @throws ProblemException {@code CONFLICT} if it has another assignee
   */
  boolean claims(BoardSnapshot base, TaskFinder.Found found) {
    Optional<String> assigned = found.task().details().assignee();
    Optional<String> caller = callerName(base);
    if (assigned.isEmpty()) {
      return caller.isPresent();
    }
    Optional<Starter> starter = starter(base, found);
    boolean mine =
        caller.isPresent()
            ? Assignee.is(assigned.get(), caller.get())
            : author().filter(name -> isMine(name, assigned.get(), starter)).isPresent();
    if (!mine) {
      throw conflict(found, assigned.get(), starter);
    }
    return false;
  }

  private static boolean isMine(String author, String assigned, Optional<Starter> starter) {
    return Assignee.is(assigned, author)
        || starter.map(Starter::name).filter(author::equals).isPresent();
  }

  /** The author of the commit, who is the caller if no name is given. */
  private Optional<String> author() {
    Optional<String> given = request.how().author().map(text -> text.split("<", 2)[0].strip());
    Optional<String> variable =
        Optional.ofNullable(workspace.context().env().get("GIT_AUTHOR_NAME"));
    Optional<String> configured =
        workspace.repo().config("user").stream()
            .filter(entry -> entry.key().equalsIgnoreCase("name"))
            .map(ConfigEntry::value)
            .reduce((earlier, later) -> later);
    return given.or(() -> variable).or(() -> configured).map(OneLine::clean);
  }

  private Optional<Starter> starter(BoardSnapshot base, TaskFinder.Found found) {
    Optional<TaskId> id = found.task().id();
    return id.isEmpty()
        ? Optional.empty()
        : Starter.of(
            workspace.repo(),
            base.tip(),
            base.board().dir(),
            found.document().path(),
            id.get().value());
  }

  private static ProblemException conflict(
      TaskFinder.Found found, String assigned, Optional<Starter> starter) {
    String name = OneLine.clean(assigned);
    String since =
        starter.map(person -> " since " + person.day() + by(person, assigned)).orElse("");
    return new ProblemException(
        ErrorCode.CONFLICT,
        found.where(),
        found.task().name() + " is in progress already: " + name + " has had it" + since,
        "Choose another task, or agree with " + name + ".");
  }

  private static String by(Starter person, String assigned) {
    return Assignee.is(assigned, person.name()) ? "" : " (started by " + person.name() + ")";
  }

  /** The notices about those of {@code ids} that were already in progress. */
  List<String> notices(BoardSnapshot base, List<String> ids) {
    List<String> notices = new ArrayList<>();
    for (String id : ids) {
      TaskFinder.Found found = TaskFinder.one(base.board(), id);
      Optional<Status> status = found.task().details().status();
      boolean unassigned = found.task().details().assignee().isEmpty();
      if (unassigned && status.filter(this::isRestart).isPresent()) {
        starter(base, found)
            .ifPresent(
                person ->
                    notices.add(
                        found.task().name()
                            + " is in progress already: "
                            + person.name()
                            + " started it on "
                            + person.day()
                            + "."));
      }
    }
    return notices;
  }

  /**
   * Writes the caller's name into {@code tasks} in {@code draft}.
   *
   * @throws ProblemException {@code INVALID_DOCUMENT} if a task has no place for it
   */
  void write(BoardSnapshot base, Draft draft, List<Task> tasks) {
    Optional<String> name = callerName(base);
    for (Task task : name.isPresent() ? tasks : List.<Task>of()) {
      TaskFinder.Found now = TaskFinder.one(draft.board(), task.id().orElseThrow().value());
      Optional<String> assigned = now.task().details().assignee();
      if (assigned.filter(assignee -> Assignee.is(assignee, name.get())).isEmpty()) {
        write(draft, now, name.get());
      }
    }
  }

  private static void write(Draft draft, TaskFinder.Found now, String name) {
    AssignStep step = AssignStep.of(now.document(), now.task(), name);
    if (now.task().form().isEmpty()) {
      BoardSnapshot.take(draft, step);
    } else if (draft.take(step).isPresent()) {
      throw now.refusal(
          now.task().name() + " has no place for an assignee",
          "Add the name by hand, and commit; or start the task without a name.");
    }
  }
}
