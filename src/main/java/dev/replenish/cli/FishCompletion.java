package dev.replenish.cli;

import java.util.List;

/** Writes the script for fish. */
final class FishCompletion {
  private final StringBuilder script = new StringBuilder();

  private FishCompletion() {}

  static String script() {
    FishCompletion fish = new FishCompletion();
    fish.line("# fish completion for replenish, for ~/.config/fish/completions/replenish.fish");
    fish.line("complete -c replenish -f");
    for (Command command : Commands.all()) {
      fish.line(
          "complete -c replenish -n __fish_use_subcommand -a "
              + command.name()
              + " -d "
              + quoted(command.summary()));
    }
    fish.option("-n __fish_use_subcommand ", Help.VERSION);
    Globals.ALL.forEach(option -> fish.option("", option));
    Commands.all().forEach(fish::command);
    return fish.script.toString();
  }

  private void command(Command command) {
    String only = "-n '__fish_seen_subcommand_from " + command.name() + "' ";
    List<String> operands = Completions.operands(command);
    if (!operands.isEmpty()) {
      line("complete -c replenish " + only + "-a " + quoted(String.join(" ", operands)));
    }
    command.options().forEach(option -> option(only, option));
  }

  private void option(String only, Option option) {
    StringBuilder names = new StringBuilder();
    for (String name : List.of(option.alias(), option.name())) {
      if (name.startsWith("--")) {
        names.append("-l ").append(name.substring(2)).append(' ');
      } else if (!name.isEmpty()) {
        names.append("-s ").append(name.substring(1)).append(' ');
      }
    }
    line("complete -c replenish " + only + names + value(option) + "-d " + quoted(option.text()));
  }

  private static String value(Option option) {
    if (!option.takesValue()) {
      return "";
    }
    return switch (Completions.kind(option)) {
      case WORDS -> "-xa " + quoted(String.join(" ", option.words())) + " ";
      case BRANCHES ->
          "-xa \"(git for-each-ref --format='%(refname:short)' refs/heads 2>/dev/null)\" ";
      case FOLDERS -> "-xa '(__fish_complete_directories)' ";
      case FILES -> "-rF ";
      case ANYTHING -> "-x ";
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private void line(String line) {
    script.append(line).append('\n');
  }
}
