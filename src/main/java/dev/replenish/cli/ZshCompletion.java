package dev.replenish.cli;

import java.util.ArrayList;
import java.util.List;

/** Writes the script for zsh. */
final class ZshCompletion {
  private final StringBuilder script = new StringBuilder();

  private ZshCompletion() {}

  static String script() {
    ZshCompletion zsh = new ZshCompletion();
    zsh.line("#compdef replenish");
    zsh.line("# zsh completion for replenish. Put it into a folder of $fpath as _replenish.");
    zsh.line("");
    zsh.line("_replenish_branches() {");
    zsh.line("  local -a branches");
    zsh.line(
        "  branches=(${(f)\"$(git for-each-ref --format='%(refname:short)' refs/heads 2>/dev/null)\"})");
    zsh.line("  compadd -a branches");
    zsh.line("}");
    zsh.line("");
    zsh.line("_replenish() {");
    zsh.line("  local context state state_descr line");
    zsh.line("  typeset -A opt_args");
    zsh.line("  local -a globals commands");
    zsh.line("  globals=(");
    Globals.ALL.forEach(option -> zsh.option("    ", option));
    zsh.line("  )");
    zsh.line("  commands=(");
    for (Command command : Commands.all()) {
      zsh.line("    " + quoted(command.name() + ":" + command.summary()));
    }
    zsh.line("  )");
    zsh.line("  _arguments -C $globals '(-V --version)'{-V,--version}'[show the version]' \\");
    zsh.line("    '1: :->command' '*:: :->arguments'");
    zsh.line("  case $state in");
    zsh.line("    command) _describe command commands ;;");
    zsh.line("    arguments)");
    zsh.line("      case $line[1] in");
    Commands.all().forEach(zsh::command);
    zsh.line("      esac");
    zsh.line("      ;;");
    zsh.line("  esac");
    zsh.line("}");
    zsh.line("");
    zsh.line("_replenish \"$@\"");
    return zsh.script.toString();
  }

  private void command(Command command) {
    List<String> specs = new ArrayList<>(List.of("          _arguments $globals"));
    command.options().forEach(option -> specs.add(spec(option)));
    List<String> operands = Completions.operands(command);
    if (!operands.isEmpty()) {
      specs.add("'1: :(" + String.join(" ", operands) + ")'");
    }
    line("        " + command.name() + ")");
    line(String.join(" \\\n            ", specs));
    line("          ;;");
  }

  private void option(String indent, Option option) {
    line(indent + spec(option));
  }

  /** An option as {@code _arguments} reads it. */
  private static String spec(Option option) {
    String text = "[" + escaped(option.text()) + "]" + value(option);
    if (option.alias().isEmpty()) {
      return quoted((option.repeatable() ? "*" : "") + option.name() + text);
    }
    String both = option.alias() + " " + option.name();
    return "'(" + both + ")'{" + both.replace(' ', ',') + "}" + quoted(text);
  }

  private static String value(Option option) {
    if (!option.takesValue()) {
      return "";
    }
    return ":"
        + escaped(option.value())
        + ":"
        + switch (Completions.kind(option)) {
          case WORDS -> "(" + String.join(" ", option.words()) + ")";
          case BRANCHES -> "_replenish_branches";
          case FOLDERS -> "_files -/";
          case FILES -> "_files";
          case ANYTHING -> "";
        };
  }

  private static String escaped(String text) {
    return text.replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private void line(String line) {
    script.append(line).append('\n');
  }
}
