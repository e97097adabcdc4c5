package dev.replenish.cli.command;

import dev.replenish.board.ProblemException;
import dev.replenish.board.Transition;
import dev.replenish.cli.option.Usage;
import dev.replenish.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All commands, in the order of the help. A call makes the one that it names. */
public enum Commands {
  STATUS(
      Part.SEE,
      "show active tasks, room, the next batch and every group",
      "st board kanban overview"),
  LIST(Part.SEE, "list every task, one line each", "ls ll tasks search find grep query"),
  NEXT(Part.SEE, "print the first active task, whole", "current todo"),
  SHOW(
      Part.SEE,
      "show a task, where it is, and how it got there",
      "view cat task history info get details"),
  LOG(
      Part.SEE,
      "read the audit trail: what was done, when, by whom and why",
      "trail journal events"),
  AUDIT(Part.SEE, "find tasks that the history has lost, and bring them back", "lost fsck"),
  FORECAST(Part.SEE, "show when tasks will be finished", "eta dates estimate deadline when"),
  REPORT(Part.SEE, "write the board as a page: Markdown or HTML", "export page html markdown"),
  PLAN(Part.SEE, "show what run would do, with a diff and a plan id", "preview diff dry-run"),
  RUN(
      Part.WORK,
      "move the next batch, or the named tasks, to TODO.md and commit it",
      "promote refill replenish top-up pull"),
  START(
      Part.WORK,
      "begin tasks, or go on with blocked ones",
      "begin resume unblock continue claim take"),
  BLOCK(Part.WORK, "mark tasks as blocked, and say why", "wait hold pause stop"),
  DONE(Part.WORK, "finish tasks; --refill brings the next", "finish complete close do resolve"),
  REJECT(Part.WORK, "give tasks up, and say why", "rm remove delete drop cancel wontfix abandon"),
  REOPEN(Part.WORK, "take done or reject back: the tasks are open again", "unfinish redo"),
  DEFER(Part.WORK, "return tasks of TODO.md to their groups in the backlog", "park return later"),
  UNDO(
      Part.WORK,
      "take the last command back, or the one that is named",
      "revert back rollback"),
  ADD(Part.WRITE, "write new tasks into the backlog and commit them", "new create insert"),
  EDIT(Part.WRITE, "change fields of a task, or its text in your editor", "change modify set"),
  MOVE(Part.WRITE, "move a task before or behind another one of its group", "mv reorder sort rank"),
  CONVERT(Part.WRITE, "put a board written in another way into our dialect", "import migrate"),
  INIT(Part.WRITE, "write the files of a new board; never over others", "setup"),
  CHECK(
      Part.WRITE,
      "find everything that is wrong; --fix mends what is safe",
      "lint doctor fix validate"),
  VERIFY(Part.WRITE, "find what a merge has lost, doubled or fused", "audit-merge"),
  REPAIR(Part.WRITE, "mend what a merge has lost, doubled or fused", "recover mend"),
  ARCHIVE(Part.WRITE, "move finished tasks from TODO.md to the end of ARCHIVE.md", "clean tidy"),
  CONFIG(Part.SET_UP, "show every setting, its value and its origin", "settings set options"),
  COMPLETION(Part.SET_UP, "print a completion script for bash, zsh or fish", "completions"),
  MERGE_DRIVER(Part.SET_UP, "merge boards by their tasks when Git merges", "mergetool driver"),
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
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
      case AUDIT -> new AuditCommand();
      case FORECAST -> new ForecastCommand();
      case REPORT -> new ReportCommand();
      case PLAN -> new PlanCommand();
      case RUN -> new RunCommand();
      case START -> new TransitionCommand(Transition.START);
      case BLOCK -> new TransitionCommand(Transition.BLOCK);
      case DONE -> new TransitionCommand(Transition.DONE);
      case REJECT -> new TransitionCommand(Transition.REJECT);
      case REOPEN -> new TransitionCommand(Transition.REOPEN);
      case DEFER -> new DeferCommand();
      case UNDO -> new UndoCommand();
      case ADD -> new AddCommand();
      case EDIT -> new EditCommand();
      case MOVE -> new MoveCommand();
      case CONVERT -> new ConvertCommand();
      case INIT -> new InitCommand();
      case CHECK -> new CheckCommand();
      case VERIFY -> new RepairCommand(false);
      case REPAIR -> new RepairCommand(true);
      case ARCHIVE -> new ArchiveCommand();
      case CONFIG -> new ConfigCommand();
      case COMPLETION -> new CompletionCommand();
      case MERGE_DRIVER -> new MergeDriverCommand();
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
    if (word.equals("version")) {
      return Optional.of("--version");
    }
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
