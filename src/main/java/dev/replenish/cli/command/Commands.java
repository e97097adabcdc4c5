package dev.replenish.cli.command;

import dev.replenish.board.ProblemException;
import dev.replenish.board.Transition;
import dev.replenish.cli.option.Usage;
import dev.replenish.text.Resources;
import dev.replenish.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All commands, in the order of the help. A call creates only the one that it names. */
public enum Commands {
  STATUS(
      Part.SEE,
      "show active tasks, free places, the next batch and the groups",
      "st board kanban overview"),
  LIST(Part.SEE, "list all tasks, one per line", "ls ll tasks search find grep query"),
  NEXT(Part.SEE, "print the task to work on", "current todo"),
  SHOW(
      Part.SEE, "show a task, its place and its history", "view cat task history info get details"),
  LOG(Part.SEE, "show what was done, when, by whom and why", "trail journal events"),
  AUDIT(Part.SEE, "find tasks lost in the history, and restore them", "lost fsck"),
  FORECAST(Part.SEE, "show when tasks will be finished", "eta dates estimate deadline when"),
  REPORT(
      Part.SEE, "write a page about the board, as Markdown or HTML", "export page html markdown"),
  PLAN(Part.SEE, "show what run would do, and an id for the plan", "preview diff dry-run"),
  RUN(
      Part.WORK,
      "move the next batch, or named tasks, to TODO.md",
      "promote refill replenish top-up pull"),
  START(
      Part.WORK, "start tasks, or resume blocked ones", "begin resume unblock continue claim take"),
  BLOCK(Part.WORK, "mark tasks as blocked, with a reason", "wait hold pause stop"),
  DONE(
      Part.WORK,
      "finish tasks; --refill moves the next ones in",
      "finish complete close do resolve"),
  REJECT(Part.WORK, "give up tasks, with a reason", "rm remove delete drop cancel wontfix abandon"),
  REOPEN(Part.WORK, "set finished or rejected tasks to todo again", "unfinish redo"),
  DEFER(Part.WORK, "move tasks of TODO.md back to the backlog", "park return later"),
  UNDO(Part.WORK, "take back the last command, or a named one", "revert back rollback"),
  ADD(Part.WRITE, "add tasks to the backlog", "new create insert"),
  EDIT(Part.WRITE, "change fields of a task, or open it in your editor", "change modify set"),
  MOVE(Part.WRITE, "move a task before or after another of its group", "mv reorder sort rank"),
  CONVERT(Part.WRITE, "rewrite a board with task and group markers", "import migrate"),
  INIT(Part.WRITE, "create the files of a new board", "setup"),
  CHECK(Part.WRITE, "report all problems; --fix repairs the safe ones", "lint doctor fix validate"),
  VERIFY(Part.WRITE, "find tasks lost, duplicated or fused by a merge", "audit-merge"),
  REPAIR(Part.WRITE, "repair tasks lost, duplicated or fused by a merge", "recover mend"),
  ARCHIVE(Part.WRITE, "move finished tasks to ARCHIVE.md", "clean tidy"),
  CONFIG(Part.SET_UP, "show every setting, its value and its source", "settings set options"),
  COMPLETION(Part.SET_UP, "print a completion script for bash, zsh or fish", "completions"),
  MERGE_DRIVER(Part.SET_UP, "let Git merge boards task by task", "mergetool driver"),
  MCP(Part.SET_UP, "serve boards to an AI agent over MCP", "serve server"),
  DEMO(Part.SET_UP, "try it out on a temporary repository", "example try"),
  HELP(Part.SET_UP, "show help for a command, or the man page", "man usage");

  /** The parts of the list of commands in the help. */
  public enum Part {
    SEE("Look:"),
    WORK("Work on tasks:"),
    WRITE("Change the board:"),
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

  /** The name that users type, such as {@code run}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The part of the help that lists the command. */
  public Part part() {
    return part;
  }

  /** What it does in a few words, for the list of commands. */
  public String summary() {
    return summary;
  }

  /** The names of the command in other programs. */
  List<String> synonyms() {
    return List.of(synonyms.split(" "));
  }

  /**
   * The description of a command in {@code help.txt}.
   *
   * @param text what it does in one or two sentences
   * @param examples calls worth showing
   */
  record Description(String text, List<Example> examples) {
    /**
     * A call worth showing.
     *
     * @param line the command line
     * @param text what it does
     */
    record Example(String line, String text) {}
  }

  Description description() {
    String all = Resources.text(Commands.class, "help.txt");
    String heading = "# " + word() + "\n\n";
    int at = all.indexOf(heading);
    if (at < 0) {
      throw new IllegalStateException("help.txt lacks " + word());
    }
    int from = at + heading.length();
    int next = all.indexOf("\n# ", from);
    String[] parts = all.substring(from, next < 0 ? all.length() : next).strip().split("\n\n");
    List<Description.Example> examples = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      String[] example = parts[i].split("\n    ");
      examples.add(new Description.Example(example[0], example[1]));
    }
    return new Description(parts[0].replace('\n', ' '), examples);
  }

  /** Creates this command for one call. */
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
   * @throws ProblemException if there is none; a command with this synonym or a similar name is
   *     suggested
   */
  public static Commands named(String word) {
    return find(word).orElseThrow(() -> unknown(word));
  }

  private static ProblemException unknown(String word) {
    String near =
        synonymOf(word).or(() -> Suggestion.to(word, words())).map(Commands::suggestion).orElse("");
    String next = near.isEmpty() ? "See 'replenish --help'." : near;
    return Usage.wrong("there is no command '" + word + "'", next);
  }

  private static Optional<String> synonymOf(String word) {
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
