package dev.replenish.cli;

import dev.replenish.app.board.CallContext;
import dev.replenish.cli.command.Call;
import dev.replenish.cli.command.Command;
import dev.replenish.cli.command.Commands;
import dev.replenish.cli.command.HelpPages;
import dev.replenish.cli.command.Line;
import dev.replenish.cli.option.Env;
import dev.replenish.cli.option.Globals;
import dev.replenish.cli.option.Options;
import dev.replenish.cli.option.Styles;
import dev.replenish.report.Report;
import dev.replenish.report.TerminalText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * {@code replenish __complete WORD...}: called by the completion scripts of shells with the words
 * up to the cursor, the last one incomplete. Prints a line for each candidate: the word, a tab, and
 * its meaning. The last line is a colon and what the shell itself should complete.
 */
final class Complete {
  static final String NAME = "__complete";

  private final Env env;
  private final List<String> before;
  private final String word;

  private Complete(List<String> words, Env env) {
    this.env = env;
    this.before = words.isEmpty() ? List.of() : words.subList(0, words.size() - 1);
    this.word = words.isEmpty() ? "" : words.get(words.size() - 1);
  }

  /** The answer to the shell; no candidates and no message if anything fails. */
  static String answer(List<String> words, Env env) {
    try {
      return new Complete(words, env).answer();
    } catch (RuntimeException unhelpful) {
      return ":\n";
    }
  }

  private String answer() {
    OptionSpec version = Options.flag("-V", "--version", HelpPages.VERSION);
    PositionalParamSpec rest = Options.operands("COMMAND");
    Line top = Line.top(before, version, rest);
    int at = before.size() - Options.all(rest).size();
    Candidates candidates = new Candidates(() -> context(top.globals()));
    if (at == before.size()) {
      List<OptionSpec> options = new ArrayList<>(top.globals().all());
      options.add(version);
      CommandSpec spec = Line.spec("replenish", options);
      return answer(spec.addPositional(with(candidates.commands(), rest)), before, candidates);
    }
    Commands name = Commands.find(before.get(at)).orElse(null);
    if (name == null) {
      return ":\n";
    }
    List<String> others = new ArrayList<>(before);
    others.remove(at);
    Command command = name.create();
    Line line = Line.of(name, command, others);
    Candidates known = new Candidates(() -> context(line.globals()));
    return answer(Line.spec(name, command, new Globals()), others, known);
  }

  private CallContext context(Globals globals) {
    return new Call(globals, env, new Report(Styles.of(globals, env), Optional.empty())).context();
  }

  /** The candidates that picocli finds after {@code before} and that match the word. */
  private String answer(CommandSpec model, List<String> before, Candidates candidates) {
    CommandSpec spec = CommandSpec.create().name(model.name());
    for (OptionSpec option : model.options()) {
      boolean unknown = Options.takesValue(option) && option.completionCandidates() == null;
      spec.addOption(
          unknown
              ? option.toBuilder().completionCandidates(candidates.of(option.paramLabel())).build()
              : option);
    }
    for (PositionalParamSpec operand : model.positionalParameters()) {
      boolean unknown = operand.completionCandidates() == null;
      spec.addPositional(unknown ? with(candidates.of(operand.paramLabel()), operand) : operand);
    }
    spec.parser().overwrittenOptionsAllowed(true);
    List<String> all = new ArrayList<>(before);
    all.add(word);
    int equals = word.startsWith("-") ? word.indexOf('=') : -1;
    String start = word.substring(0, equals + 1);
    List<CharSequence> found = new ArrayList<>();
    AutoComplete.complete(spec, all.toArray(new String[0]), before.size(), equals + 1, 0, found);
    StringBuilder text = new StringBuilder();
    for (String each : matching(found, word.substring(equals + 1), candidates)) {
      OptionSpec option = each.startsWith("-") ? spec.findOption(each) : null;
      String meaning =
          option == null ? candidates.meanings().getOrDefault(each, "") : Options.text(option);
      text.append(TerminalText.line(start + each))
          .append('\t')
          .append(TerminalText.line(meaning))
          .append('\n');
    }
    return text.append(':').append(candidates.leftToShell()).append('\n').toString();
  }

  private static PositionalParamSpec with(
      Iterable<String> candidates, PositionalParamSpec operand) {
    return operand.toBuilder().completionCandidates(candidates).build();
  }

  /**
   * The candidates that begin with {@code begun}, in any case; else a board's words that contain
   * it.
   */
  private static List<String> matching(
      List<CharSequence> found, String begun, Candidates candidates) {
    String wanted = begun.toLowerCase(Locale.ROOT);
    List<String> starting = new ArrayList<>();
    List<String> containing = new ArrayList<>();
    for (CharSequence candidate : found) {
      String each = candidate.toString();
      String described = each + " " + candidates.meanings().getOrDefault(each, "");
      if (each.startsWith("-") != begun.startsWith("-")) {
        continue; // there are many options: they are shown only after a dash
      }
      if (each.toLowerCase(Locale.ROOT).startsWith(wanted)) {
        starting.add(each);
      } else if (candidates.areFromBoards()
          && described.toLowerCase(Locale.ROOT).contains(wanted)) {
        containing.add(each);
      }
    }
    List<String> matching = starting.isEmpty() ? containing : starting;
    matching.sort(Comparator.naturalOrder());
    return matching;
  }
}
