package dev.replenish.cli;

import dev.replenish.board.Transition;
import java.util.ArrayList;
import java.util.List;

/** All commands. A call makes one of them; only the help makes all. */
final class Commands {
  /** Their names in the order of the help. */
  static final List<String> NAMES =
      List.of(
          "run",
          "plan",
          "status",
          "list",
          "next",
          "show",
          "add",
          "start",
          "block",
          "done",
          "reject",
          "archive",
          "undo",
          "log",
          "check",
          "convert",
          "init",
          "config",
          "completion",
          "demo",
          "mcp",
          "help");

  private Commands() {}

  /**
   * The command called {@code name}.
   *
   * @throws dev.replenish.board.Refusal if there is none
   */
  static Command named(String name) {
    return switch (name) {
      case "run" -> new RunCommand();
      case "plan" -> new PlanCommand();
      case "status" -> new StatusCommand();
      case "list" -> new ListCommand();
      case "next" -> new NextCommand();
      case "show" -> new ShowCommand();
      case "add" -> new AddCommand();
      case "start" -> new TransitionCommand(Transition.START);
      case "block" -> new TransitionCommand(Transition.BLOCK);
      case "done" -> new TransitionCommand(Transition.DONE);
      case "reject" -> new TransitionCommand(Transition.REJECT);
      case "archive" -> new ArchiveCommand();
      case "undo" -> new UndoCommand();
      case "log" -> new LogCommand();
      case "check" -> new CheckCommand();
      case "convert" -> new ConvertCommand();
      case "init" -> new InitCommand();
      case "config" -> new ConfigCommand();
      case "completion" -> new CompletionCommand();
      case "demo" -> new DemoCommand();
      case "mcp" -> new McpCommand();
      case "help" -> new HelpCommand();
      default ->
          throw Usage.unknown(
              "there is no command '" + name + "'", name, NAMES, "See 'replenish --help'.");
    };
  }

  static List<Command> all() {
    List<Command> all = new ArrayList<>();
    for (String name : NAMES) {
      all.add(named(name));
    }
    return all;
  }
}
