package dev.replenish.cli;

import java.util.List;

/** What shells can complete, whichever shell it is. */
final class Completions {
  /** How the value of an option is found. */
  enum Kind {
    WORDS,
    BRANCHES,
    FOLDERS,
    FILES,
    ANYTHING
  }

  private Completions() {}

  static Kind kind(Option option) {
    return switch (option.value()) {
      case "BRANCH" -> Kind.BRANCHES;
      case "DIR", "DIR|GLOB" -> Kind.FOLDERS;
      case "FILE" -> Kind.FILES;
      default -> option.words().isEmpty() ? Kind.ANYTHING : Kind.WORDS;
    };
  }

  /** The words that {@code command} takes beside its options. */
  static List<String> operands(Command command) {
    return switch (command.operands()) {
      case "", "ID", "ID...", "TITLE...", "[COMMIT|ID]" -> List.of();
      case "[COMMAND]" -> Commands.NAMES;
      default -> List.of(command.operands().split("\\|"));
    };
  }
}
