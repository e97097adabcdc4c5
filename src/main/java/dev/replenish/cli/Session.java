package dev.replenish.cli;

import dev.replenish.app.Version;
import dev.replenish.app.board.Boards;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.cli.command.Call;
import dev.replenish.cli.command.Command;
import dev.replenish.cli.command.Commands;
import dev.replenish.cli.command.HelpPages;
import dev.replenish.cli.command.Line;
import dev.replenish.cli.command.Mistakes;
import dev.replenish.cli.option.Env;
import dev.replenish.cli.option.Globals;
import dev.replenish.cli.option.Options;
import dev.replenish.cli.option.Styles;
import dev.replenish.report.NoView;
import dev.replenish.report.Report;
import dev.replenish.report.View;
import dev.replenish.report.github.GitHub;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Runs one call, from its words to its exit code. Every outcome is reported. */
final class Session {
  private static final String KEPT =
      "A commit is made whole or not at all; the next run completes an interrupted one.";

  private final Env env;
  private final List<String> words;
  private Optional<String> commandName = Optional.empty();
  private Report report;
  private @Nullable Command command;
  private @Nullable GitHub github;

  Session(Env env, String[] words) {
    this.env = env;
    this.words = List.of(words);
    this.report = new Report(Styles.plain(env), commandName);
  }

  int run() {
    int code;
    try {
      code = execute();
    } catch (ProblemException refusal) {
      code = report.failed(view(), refusal);
    } catch (OutOfMemoryError e) {
      String next = "Give Java more, such as REPLENISH_JAVA_OPTS=-Xmx2g.";
      code = report.failed(view(), bug("out of memory", next, e));
    } catch (Throwable e) {
      String next = "This is a bug in Replenish. Please report it, with what -v shows.";
      code = report.failed(view(), bug("unexpected error: " + e, next, e));
    }
    if (github != null) {
      WorkflowFiles.write(github, env.vars());
    }
    return Sink.write(report, env, code);
  }

  private int execute() {
    if (words.isEmpty() || words.get(0).startsWith("-")) {
      return top();
    }
    return words.get(0).equals(Complete.NAME)
        ? report.print(Complete.answer(words.subList(1, words.size()), env))
        : command(words.get(0), words.subList(1, words.size()), false);
  }

  /** A call that begins with options, or has no words. */
  private int top() {
    OptionSpec version = Options.flag("-V", "--version", HelpPages.VERSION);
    PositionalParamSpec rest = Options.operands("COMMAND");
    Line line = Line.top(words, version, rest);
    style(line.globals());
    if (Options.has(version)) {
      String more = Options.has(line.globals().verbose) ? Installation.here(env.vars()).text() : "";
      return report.print("replenish " + Version.current() + "\n" + more);
    }
    Optional<ProblemException> problem = line.problem(Mistakes.BEFORE_COMMAND);
    if (problem.isPresent()) {
      style(Line.guess(words)); // options after unknown words count as well
      throw problem.get();
    }
    List<String> others = new ArrayList<>(words);
    int at = words.size() - Options.all(rest).size();
    if (at < words.size()) {
      return command(others.remove(at), others, line.asksForHelp());
    }
    HelpPages pages = help(line.globals());
    if (line.asksForHelp()) {
      return report.print(pages.top());
    }
    Call call = new Call(line.globals(), env, report);
    return Options.has(line.globals().json) || Boards.exist(call.context())
        ? command(Commands.STATUS.word(), words, false)
        : report.print(pages.brief());
  }

  private int command(String word, List<String> others, boolean help) {
    Commands name = Commands.find(word).orElse(null);
    if (name == null) {
      style(Line.guess(others));
      name = Commands.named(word);
    }
    Command called = name.create();
    command = called;
    this.commandName = Optional.of(name.word());
    Line line = Line.of(name, called, others);
    style(line.globals());
    if (help || line.asksForHelp()) {
      return report.print(help(line.globals()).of(name));
    }
    boolean workflow = Styles.inWorkflow(env);
    if (line.has(Options.GITHUB) || (workflow && line.knows(Options.GITHUB))) {
      github = new GitHub(env.vars());
      report.alsoTo(github);
    }
    Optional<ProblemException> problem = line.problem(Mistakes.of(name));
    if (problem.isPresent()) {
      throw problem.get();
    }
    Logging.begin(Options.has(line.globals().verbose));
    return called.run(new Call(line.globals(), env, report));
  }

  /** The view that reports a failure. */
  private View<?> view() {
    return command == null ? new NoView() : command.view();
  }

  private void style(Globals globals) {
    report = new Report(Styles.of(globals, env), commandName);
  }

  private HelpPages help(Globals globals) {
    return HelpPages.of(Styles.of(globals, env));
  }

  private static ProblemException bug(String message, String next, Throwable cause) {
    return new Problem(ErrorCode.INTERNAL, message, null, KEPT, next).refusal(cause);
  }
}
