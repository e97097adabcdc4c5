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
 * {@code replenish __complete WORD...}: what the scripts for shells ask, with the words up to the
 * cursor, the last of them unfinished. Prints a line for each word that may be there: the word, a
 * tab, and what it is; and in the end what else the shell should look for, behind a colon.
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

  /** The answer; nothing where something is wrong, since nobody wants to read of it. */
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
    Words words = new Words(() -> context(top.globals()));
    if (at == before.size()) {
      List<OptionSpec> options = new ArrayList<>(top.globals().all());
      options.add(version);
      CommandSpec spec = Line.spec("replenish", options);
      return answer(spec.addPositional(with(words.commands(), rest)), before, words);
    }
    Commands name = Commands.find(before.get(at)).orElse(null);
    if (name == null) {
      return ":\n";
    }
    List<String> others = new ArrayList<>(before);
    others.remove(at);
    Command command = name.create();
    Line line = Line.of(name, command, others);
    Words known = new Words(() -> context(line.globals()));
    return answer(Line.spec(name, command, new Globals()), others, known);
  }

  private CallContext context(Globals globals) {
    return new Call(globals, env, new Report(Styles.of(globals, env), Optional.empty())).context();
  }

  /** The candidates that picocli finds behind {@code before}, as far as they fit the word. */
  private String answer(CommandSpec model, List<String> before, Words words) {
    CommandSpec spec = CommandSpec.create().name(model.name());
    for (OptionSpec option : model.options()) {
      boolean open = Options.takesValue(option) && option.completionCandidates() == null;
      spec.addOption(
          open
              ? option.toBuilder().completionCandidates(words.of(option.paramLabel())).build()
              : option);
    }
    for (PositionalParamSpec operand : model.positionalParameters()) {
      boolean open = operand.completionCandidates() == null;
      spec.addPositional(open ? with(words.of(operand.paramLabel()), operand) : operand);
    }
    spec.parser().overwrittenOptionsAllowed(true);
    List<String> all = new ArrayList<>(before);
    all.add(word);
    int equals = word.startsWith("-") ? word.indexOf('=') : -1;
    String start = word.substring(0, equals + 1);
    List<CharSequence> found = new ArrayList<>();
    AutoComplete.complete(spec, all.toArray(new String[0]), before.size(), equals + 1, 0, found);
    StringBuilder text = new StringBuilder();
    for (String each : fitting(found, word.substring(equals + 1), words)) {
      OptionSpec option = each.startsWith("-") ? spec.findOption(each) : null;
      String meaning =
          option == null ? words.meanings().getOrDefault(each, "") : Options.text(option);
      text.append(TerminalText.line(start + each))
          .append('\t')
          .append(TerminalText.line(meaning))
          .append('\n');
    }
    return text.append(':').append(words.others()).append('\n').toString();
  }

  private static PositionalParamSpec with(Iterable<String> words, PositionalParamSpec operand) {
    return operand.toBuilder().completionCandidates(words).build();
  }

  /** Those that begin so in any case of letters; of a board's words else those that hold it. */
  private static List<String> fitting(List<CharSequence> found, String begun, Words words) {
    String wanted = begun.toLowerCase(Locale.ROOT);
    List<String> begin = new ArrayList<>();
    List<String> hold = new ArrayList<>();
    for (CharSequence candidate : found) {
      String each = candidate.toString();
      String said = each + " " + words.meanings().getOrDefault(each, "");
      if (each.startsWith("-") != begun.startsWith("-")) {
        continue; // options are many: they are shown to those who begin one
      }
      if (each.toLowerCase(Locale.ROOT).startsWith(wanted)) {
        begin.add(each);
      } else if (words.ofBoards() && said.toLowerCase(Locale.ROOT).contains(wanted)) {
        hold.add(each);
      }
    }
    List<String> fitting = begin.isEmpty() ? hold : begin;
    fitting.sort(Comparator.naturalOrder());
    return fitting;
  }
}
