package dev.replenish.cli;

import java.util.ArrayList;
import java.util.List;

/** Writes the script for zsh. */
final class ZshCompletion {
  private static final String HEAD =
      """
      #compdef replenish
      # zsh completion for replenish. Put it into a folder of $fpath as _replenish.

      _replenish_branches() {
        local -a branches
        branches=(${(f)"$(git for-each-ref --format='%(refname:short)' refs/heads 2>/dev/null)"})
        compadd -a branches
      }

      _replenish() {
        local context state state_descr line
        typeset -A opt_args
        local -a globals commands
        globals=(
      """;

  private static final String MIDDLE =
      """
        )
        _arguments -C $globals '(-V --version)'{-V,--version}'[show the version]' \\
          '1: :->command' '*:: :->arguments'
        case $state in
          command) _describe command commands ;;
          arguments)
            case $line[1] in
      """;

  private static final String TAIL =
      """
            esac
            ;;
        esac
      }

      _replenish "$@"
      """;

  private final StringBuilder script = new StringBuilder(HEAD);

  private ZshCompletion() {}

  static String script() {
    ZshCompletion zsh = new ZshCompletion();
    Globals.ALL.forEach(option -> zsh.line("    " + spec(option)));
    zsh.line("  )");
    zsh.line("  commands=(");
    for (Command command : Commands.all()) {
      zsh.line("    " + quoted(command.name() + ":" + command.summary()));
    }
    zsh.script.append(MIDDLE);
    Commands.all().forEach(zsh::command);
    return zsh.script.append(TAIL).toString();
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
