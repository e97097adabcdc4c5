package dev.replenish.cli;

import dev.replenish.app.Version;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.Refusal;
import dev.replenish.report.GitHub;
import dev.replenish.report.NoView;
import dev.replenish.report.Report;
import dev.replenish.report.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One call from its words to its exit code; whatever happens, it is reported. */
final class Session {
  private static final String KEPT =
      "A commit is whole or not made; the next run finishes what was begun.";

  private final Env env;
  private final List<String> words;
  private Report report;
  private View<?> view = new NoView("");
  private @Nullable GitHub github;

  Session(Env env, String[] words) {
    this.env = env;
    this.words = List.of(words);
    this.report = new Report(Styles.of(guessed(), env));
  }

  int run() {
    int code;
    try {
      code = execute();
    } catch (Refusal refusal) {
      code = report.failed(view, refusal);
    } catch (OutOfMemoryError e) {
      String next = "Give Java more, such as REPLENISH_JAVA_OPTS=-Xmx2g.";
      code = report.failed(view, bug("the memory is used up", next, e));
    } catch (Throwable e) {
      String next = "This is a bug in Replenish. Please report it, with what -v shows.";
      code = report.failed(view, bug("something unforeseen happened: " + e, next, e));
    }
    if (github != null) {
      WorkflowFiles.write(github, env.vars());
    }
    return Sink.write(report, env, code);
  }

  private int execute() {
    int at = TopLevel.command(words);
    if (TopLevel.asksForVersion(words, at)) {
      return report.print("replenish " + Version.current() + "\n");
    }
    boolean help = TopLevel.asksForHelp(words);
    if (at < 0) {
      if (help) {
        return report.print(Help.top());
      }
      throw Usage.wrong("no command is given", "See 'replenish --help'.");
    }
    Command command = Commands.named(words.get(at));
    view = command.view(Args.NONE);
    if (help) {
      return report.print(Help.of(command));
    }
    List<String> others = new ArrayList<>(words);
    others.remove(at);
    if (speaksGitHub(command)) {
      github = new GitHub(env.vars());
      report.alsoTo(github);
    }
    Args args = Parser.parse(command, others);
    view = command.view(args);
    report = new Report(Styles.of(args, env));
    if (github != null) {
      report.alsoTo(github);
    }
    Logging.begin(args.has(Globals.VERBOSE));
    return command.run(new Call(args, env, report));
  }

  /** Whether a workflow is told: it is asked for, or this is one. */
  private boolean speaksGitHub(Command command) {
    boolean asked = words.contains(CommitOptions.GITHUB_NAME);
    return (asked || Styles.inWorkflow(env)) && command.options().contains(CommitOptions.GITHUB);
  }

  /** What the words seem to say, for a call that is not understood. */
  private Args guessed() {
    Map<String, List<String>> values = new TreeMap<>();
    for (Option option : List.of(Globals.JSON, Globals.QUIET, Globals.VERBOSE)) {
      if (words.contains(option.name()) || words.contains(option.alias())) {
        values.put(option.name(), List.of(""));
      }
    }
    return new Args(values, List.of());
  }

  private static Refusal bug(String message, String next, Throwable cause) {
    return new Problem(ErrorCode.INTERNAL, message, null, KEPT, next).refusal(cause);
  }
}
