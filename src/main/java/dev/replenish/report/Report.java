package dev.replenish.report;

import dev.replenish.app.BoardResult;
import dev.replenish.app.Outcome;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports the outcome of one command in the requested style, and returns its exit code. */
public final class Report {
  private static final int SCHEMA_VERSION = 1;

  private final Style style;
  private final Optional<String> command;
  private final Text text;
  private final List<String> commits = new ArrayList<>();
  private String json = "";
  private @Nullable ReportListener listener;

  /** A report on the command with this name, if it is known. */
  public Report(Style style, Optional<String> command) {
    this.style = style;
    this.command = command;
    this.text = new Text(style);
  }

  /** Reports to {@code other} as well. */
  public void alsoTo(ReportListener other) {
    listener = other;
  }

  /** Reports a result that belongs to no board. */
  public <T> int printOne(View<T> view, T result) {
    if (style.json()) {
      json =
          object(view, Optional.empty(), Optional.of(result), view.failure(result), new Json())
              .toString();
    } else {
      view.text(result, text);
    }
    return view.failure(result).map(Problem::code).map(ErrorCode::exitCode).orElse(0);
  }

  /** Reports the outcome of each board. The most severe failure determines the exit code. */
  public <T> int print(View<T> view, List<BoardResult<T>> outcomes) {
    List<Problem> problems = new ArrayList<>();
    for (BoardResult<T> outcome : outcomes) {
      Optional<Problem> problem = problem(view, outcome);
      if (problem.isPresent()) {
        problems.add(problem.get());
      }
      outcome.refusal().ifPresent(text::trace);
      if (outcome.result().isPresent()) {
        Optional<String> commit = view.commit(outcome.result().get());
        if (commit.isPresent()) {
          commits.add(commit.get());
        }
      }
      if (!style.json()) {
        print(view, outcome, outcomes.size() > 1);
      }
    }
    if (style.json()) {
      json = objects(view, outcomes);
    } else if (outcomes.size() > 1) {
      view.textOfAll(
          outcomes.stream().map(BoardResult::result).flatMap(Optional::stream).toList(), text);
    }
    if (listener != null) {
      listener.print(view, outcomes, style, style.json() ? json : objects(view, outcomes));
    }
    return FailureSeverity.exitCode(problems);
  }

  private <T> void print(View<T> view, BoardResult<T> outcome, boolean several) {
    if (several) {
      text.board(outcome.board());
    }
    if (outcome.result().isPresent()) {
      view.text(outcome.result().get(), text);
    }
    if (outcome.problem().isPresent()) {
      text.error(outcome.problem().get());
    }
  }

  private static <T> Optional<Problem> problem(View<T> view, BoardResult<T> outcome) {
    return outcome.problem().or(() -> outcome.result().flatMap(view::failure));
  }

  /** Reports that the command failed before any board was read. */
  public <T> int failed(View<T> view, ProblemException refusal) {
    Problem problem = refusal.problem();
    text.trace(refusal);
    if (style.json()) {
      json = failure(view, problem);
    } else {
      text.error(problem);
    }
    if (listener != null) {
      listener.failed(view, problem, failure(view, problem));
    }
    return problem.code().exitCode();
  }

  /** Prints text unchanged, such as a script for a shell. */
  public int print(String script) {
    text.data().raw(script);
    return 0;
  }

  /** The commits that were made. */
  public List<String> commits() {
    return List.copyOf(commits);
  }

  /** What goes to stdout. */
  public String out() {
    return json.isEmpty()
        ? text.data() + (listener == null ? "" : listener.commands())
        : json + "\n";
  }

  /** What goes to stderr. */
  public String err() {
    return text.messages() + (listener == null || json.isEmpty() ? "" : listener.commands());
  }

  private String failure(View<?> view, Problem problem) {
    return object(view, Optional.empty(), Optional.empty(), Optional.of(problem), new Json())
        .toString();
  }

  private <T> String objects(View<T> view, List<BoardResult<T>> outcomes) {
    Json json = new Json();
    boolean several = outcomes.size() != 1;
    if (several) {
      start(json).openArray("boards");
    }
    for (BoardResult<T> outcome : outcomes) {
      Optional<String> board = Optional.of(outcome.board());
      object(view, board, outcome.result(), problem(view, outcome), json);
    }
    return (several ? json.closeArray().close() : json).toString();
  }

  private <T> Json object(
      View<T> view,
      Optional<String> board,
      Optional<T> result,
      Optional<Problem> problem,
      Json json) {
    start(json);
    boolean failed = problem.isPresent() || result.isEmpty();
    json.field("outcome", (failed ? Outcome.FAILED : view.outcome(result.get())).word());
    view.json(board, result, json);
    JsonParts.error(problem, json);
    return json.close();
  }

  private Json start(Json json) {
    return json.open().field("schemaVersion", SCHEMA_VERSION).field("command", command);
  }
}
