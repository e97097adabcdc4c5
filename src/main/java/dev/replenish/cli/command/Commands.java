package dev.replenish.cli.command;

import dev.replenish.board.ProblemException;
import dev.replenish.board.Transition;
import dev.replenish.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All commands, in the order of the help. A call makes the one that it names. */
public enum Commands {
  STATUS(Part.SEE, "show active tasks, room, the next batch and every group", "st board"),
  LIST(Part.SEE, "list every task, one line each", "ls tasks search find"),
  NEXT(Part.SEE, "print the first active task, whole", "current todo"),
  SHOW(Part.SEE, "show a task, where it is, and how it got there", "view cat task history"),
  LOG(Part.SEE, "read the audit trail: what was done, when, by whom and why", "audit journal"),
  PLAN(Part.SEE, "show what run would do, with a diff and a plan id", "preview diff"),
  RUN(Part.WORK, "move the next batch of tasks to TODO.md and commit it", "mv promote refill"),
  START(Part.WORK, "begin tasks of TODO.md, or go on with blocked ones", "begin resume unblock"),
  BLOCK(Part.WORK, "mark tasks of TODO.md as blocked, and say why", "wait hold pause"),
  DONE(Part.WORK, "finish tasks of TODO.md; --refill brings the next", "finish complete close do"),
  REJECT(Part.WORK, "give tasks of TODO.md up, and say why", "rm remove delete drop cancel"),
  UNDO(Part.WORK, "take the last replenishment back, or the one that is named", "revert back"),
  ADD(Part.WRITE, "write new tasks into the backlog and commit them", "new create"),
  EDIT(Part.WRITE, "change fields of a task, or its text in your editor", "change modify set"),
  MOVE(Part.WRITE, "move a task before or behind another one of its group", "reorder sort rank"),
  CONVERT(Part.WRITE, "put a board written in another way into our dialect", "import migrate"),
  INIT(Part.WRITE, "write the files of a new board; never over others", "setup"),
  CHECK(Part.WRITE, "find everything that is wrong; --fix mends what is safe", "lint doctor fix"),
  ARCHIVE(Part.WRITE, "move finished tasks from TODO.md to the end of ARCHIVE.md", "clean"),
  CONFIG(Part.SET_UP, "show every setting, its value and its origin", "settings set get"),
  COMPLETION(Part.SET_UP, "print a completion script for bash, zsh or fish", "completions"),
  MCP(Part.SET_UP, "serve boards to an AI agent over MCP on stdin and stdout", "serve server"),
  DEMO(Part.SET_UP, "replenish a throw-away repository and show what happened", "example try"),
  HELP(Part.SET_UP, "show the help of a command, or the man page", "man usage");

  /** The parts of the list of commands. */
  public enum Part {
    SEE("See what there is:"),
    WORK("Work on tasks:"),
    WRITE("Write and mend:"),
    SET_UP("Set up:");

    private final String heading;

    Part(String heading) {
      this.heading = heading;
    }

    String heading() {
      return heading;
    }
  }

  private final Part part;
  private final String summary;
  private final String synonyms;

  Commands(Part part, String summary, String synonyms) {
    this.part = part;
    this.summary = summary;
    this.synonyms = synonyms;
  }

  /** What is typed, such as {@code run}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its place in the help. */
  public Part part() {
    return part;
  }

  /** What it does in a few words, for the list of commands. */
  public String summary() {
    return summary;
  }

  /** What people type who know other programs. */
  List<String> synonyms() {
    return List.of(synonyms.split(" "));
  }

  /** A new command of that kind, for one call. */
  public Command create() {
    return switch (this) {
      case STATUS -> new StatusCommand();
      case LIST -> new ListCommand();
      case NEXT -> new NextCommand();
      case SHOW -> new ShowCommand();
      case LOG -> new LogCommand();
      case PLAN -> new PlanCommand();
      case RUN -> new RunCommand();
      case START -> new TransitionCommand(Transition.START);
      case BLOCK -> new TransitionCommand(Transition.BLOCK);
      case DONE -> new TransitionCommand(Transition.DONE);
      case REJECT -> new TransitionCommand(Transition.REJECT);
      case UNDO -> new UndoCommand();
      case ADD -> new AddCommand();
      case EDIT -> new EditCommand();
      case MOVE -> new MoveCommand();
      case CONVERT -> new ConvertCommand();
      case INIT -> new InitCommand();
      case CHECK -> new CheckCommand();
      case ARCHIVE -> new ArchiveCommand();
      case CONFIG -> new ConfigCommand();
      case COMPLETION -> new CompletionCommand();
      case MCP -> new McpCommand();
      case DEMO -> new DemoCommand();
      case HELP -> new HelpCommand();
    };
  }

  public static List<String> words() {
    List<String> words = new ArrayList<>();
    for (Commands command : values()) {
      words.add(command.word());
    }
    return words;
  }

  public static Optional<Commands> find(String word) {
    for (Commands command : values()) {
      if (command.word().equals(word)) {
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }

  /**
   * The command called {@code word}.
   *
   * @throws ProblemException if there is none; one of that meaning, or nearly of that name, is
   *     suggested
   */
  public static Commands named(String word) {
    return find(word).orElseThrow(() -> unknown(word));
  }

  private static ProblemException unknown(String word) {
    String near =
        meant(word).or(() -> Suggestion.to(word, words())).map(Commands::suggestion).orElse("");
    String next = near.isEmpty() ? "See 'replenish --help'." : near;
    return Usage.wrong("there is no command '" + word + "'", next);
  }

  private static Optional<String> meant(String word) {
    for (Commands command : values()) {
      if (command.synonyms().contains(word)) {
        return Optional.of(command.word());
      }
    }
    return Optional.empty();
  }

  private static String suggestion(String word) {
    return "Did you mean '" + word + "'?";
  }
}
