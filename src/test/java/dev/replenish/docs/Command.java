package dev.replenish.docs;

import dev.replenish.app.BoardResult;
import dev.replenish.app.ChangeResult;
import dev.replenish.app.ChangedTask;
import dev.replenish.app.CheckBoard;
import dev.replenish.app.CommitRequest;
import dev.replenish.app.ConvertBoard;
import dev.replenish.app.Replenish;
import dev.replenish.app.RunResult;
import dev.replenish.app.TaskLine;
import dev.replenish.app.add.AddTasks;
import dev.replenish.app.add.InputField;
import dev.replenish.app.add.TaskInput;
import dev.replenish.app.edit.EditTask;
import dev.replenish.app.edit.EditText;
import dev.replenish.app.edit.MoveTask;
import dev.replenish.app.edit.TaskEdit;
import dev.replenish.app.life.ArchiveTasks;
import dev.replenish.app.life.DeferTasks;
import dev.replenish.app.life.SetStatus;
import dev.replenish.app.life.StatusRequest;
import dev.replenish.app.read.ListRequest;
import dev.replenish.app.read.ReadLog;
import dev.replenish.app.read.ShowTask;
import dev.replenish.app.read.Tasks;
import dev.replenish.app.undo.UndoCommit;
import dev.replenish.audit.Event;
import dev.replenish.audit.TaskTimeline;
import dev.replenish.board.Finding;
import dev.replenish.board.Group;
import dev.replenish.board.Priority;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Task;
import dev.replenish.board.Transition;
import dev.replenish.board.WorkState;
import dev.replenish.report.TaskJson;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.Readiness;
import dev.replenish.rules.Reason;
import dev.replenish.rules.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command line of an example, such as {@code REPLENISH_SELECT=listed replenish run --type docs},
 * and its outcome in the words of {@code docs/reference}.
 */
public final class Command {
  private static final Set<String> SWITCHES =
      Set.of("--fix", "--scaffold", "--refill", "--dry-run", "--ready", "--archive-done");

  /** A word, in which quotes keep blanks together. */
  private static final Pattern WORD = Pattern.compile("(?:[^\\s']|'[^']*')+");

  private final Map<String, String> env = new TreeMap<>();
  private final List<String> operands = new ArrayList<>();
  private final Map<String, String> flags = new TreeMap<>();
  private final Map<String, List<String>> repeated = new TreeMap<>();
  private final String name;

  private Command(List<String> words) {
    int at = 0;
    for (; words.get(at).contains("="); at++) {
      String[] pair = words.get(at).split("=", 2);
      env.put(pair[0], pair[1]);
    }
    name = words.get(at + 1);
    for (at += 2; at < words.size(); at++) {
      if (!words.get(at).startsWith("--")) {
        operands.add(words.get(at));
      } else if (SWITCHES.contains(words.get(at))) {
        flags.put(words.get(at), "");
      } else {
        String option = words.get(at);
        flags.put(option, words.get(++at));
        repeated.computeIfAbsent(option, o -> new ArrayList<>()).add(words.get(at));
      }
    }
  }

  /** Reads a command line, with {@code replenish} in it. */
  public static Command parse(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line.strip());
    while (word.find()) {
      words.add(word.group().replace("'", ""));
    }
    return new Command(words);
  }

  /** Runs the command in {@code scratch}. */
  public String run(Scratch scratch) throws IOException {
    scratch.env().putAll(env);
    try {
      return switch (name) {
        case "run" -> each(scratch.run(request(false)), this::moved);
        case "plan" -> each(scratch.run(request(true)), this::moved);
        case "check" -> each(scratch.check(check()), Command::found);
        case "list" -> each(Tasks.list(scratch.context(), list()), Command::listed);
        case "start", "block", "done", "reject", "reopen" ->
            each(SetStatus.set(scratch.context(), status()), this::changed);
        case "add" -> each(AddTasks.add(scratch.context(), added(scratch)), this::changed);
        case "edit" -> each(edit(scratch), this::changed);
        case "move" -> each(MoveTask.move(scratch.context(), moved()), this::changed);
        case "convert" ->
            each(
                ConvertBoard.convert(
                    scratch.context(),
                    new ConvertBoard.Request(
                        flag("--require"), flags.containsKey("--archive-done"), commitRequest())),
                result -> changed(result.change()));
        case "defer" ->
            each(
                DeferTasks.defer(
                    scratch.context(),
                    new DeferTasks.Request(operands, flag("--reason"), commitRequest())),
                this::changed);
        case "archive" ->
            each(ArchiveTasks.archive(scratch.context(), commitRequest()), this::changed);
        case "undo" ->
            each(
                UndoCommit.undo(
                    scratch.context(),
                    new UndoCommit.Request(operands.stream().findFirst(), commitRequest())),
                this::changed);
        case "log" -> each(ReadLog.of(scratch.context(), log(), commits -> {}), Command::logged);
        case "show" ->
            each(ShowTask.show(scratch.context(), operands.get(0), commits -> {}), Command::shown);
        default -> throw new AssertionError("examples don't know " + name);
      };
    } catch (ProblemException refusal) {
      return refused(refusal.problem());
    }
  }

  private ReadLog.Request log() {
    int limit = flag("--limit").map(Integer::parseInt).orElse(Integer.MAX_VALUE);
    return new ReadLog.Request(flag("--since"), flag("--task"), limit);
  }

  private static String logged(ReadLog.Result log) {
    StringBuilder text = new StringBuilder();
    for (ReadLog.Entry entry : log.entries()) {
      List<String> tasks = new ArrayList<>();
      entry.trail().tasks().forEach(task -> tasks.add(task.event().word() + " " + task.id()));
      text.append(entry.commit().date().toLocalDate()).append(' ');
      text.append(entry.trail().action()).append(": ").append(String.join(", ", tasks));
      text.append(entry.trail().why().isEmpty() ? "" : " (" + entry.trail().why() + ")");
      text.append('\n');
    }
    return text.toString();
  }

  private static String shown(ShowTask.Result result) {
    StringBuilder text = new StringBuilder(result.id());
    text.append(
        result
            .task()
            .map(
                line ->
                    " "
                        + line.document().path()
                        + ":"
                        + line.task().line()
                        + " "
                        + line.state().word())
            .orElse(" is in no file"));
    for (TaskTimeline.Stop stop : result.history().journey()) {
      text.append("\n  ").append(stop.commit().date().toLocalDate());
      text.append(' ').append(stop.event().word()).append(": ");
      text.append(stop.from().filter(from -> !stop.to().equals(stop.from())).orElse(""));
      text.append(stop.from().equals(stop.to()) || stop.from().isEmpty() ? "" : " -> ");
      text.append(stop.to().orElse("nowhere")).append(stop.byHand() ? ", by hand" : "");
    }
    return text.append('\n').toString();
  }

  private StatusRequest status() {
    return new StatusRequest(
        Transition.valueOf(name.toUpperCase(Locale.ROOT)),
        operands,
        flag("--reason"),
        flags.containsKey("--refill"),
        flag("--as"),
        commitRequest());
  }

  private AddTasks.Request added(Scratch scratch) throws IOException {
    if (flags.containsKey("--input")) {
      String file = flags.get("--input");
      String json = Scratch.text(Objects.requireNonNull(scratch.files().get(file)));
      return new AddTasks.Request(TaskJson.read(file, json), commitRequest());
    }
    Map<InputField, List<String>> values = new EnumMap<>(InputField.class);
    values.put(InputField.TITLE, operands);
    for (InputField field : InputField.values()) {
      String option =
          switch (field) {
            case DEPENDENCIES -> "--depends";
            case NOT_BEFORE -> "--not-before";
            default -> "--" + field.word();
          };
      values.putIfAbsent(field, repeated.getOrDefault(option, List.of()));
    }
    return new AddTasks.Request(List.of(new TaskInput("", values, "", List.of())), commitRequest());
  }

  private List<BoardResult<ChangeResult>> edit(Scratch scratch) {
    TaskEdit edit = edited();
    return edit.isEmpty()
        ? EditText.edit(
            scratch.context(),
            operands.get(0),
            new StreamEditor(Objects.requireNonNull(env.get("EDITOR"))),
            commitRequest())
        : EditTask.edit(scratch.context(), operands.get(0), edit, commitRequest());
  }

  private TaskEdit edited() {
    Map<TaskEdit.Part, List<String>> fields = new EnumMap<>(TaskEdit.Part.class);
    for (TaskEdit.Part part : TaskEdit.Part.values()) {
      String option =
          switch (part) {
            case DEPENDENCIES -> "--depends";
            case DOCUMENTATION -> "--docs";
            default -> "--" + part.name().toLowerCase(Locale.ROOT).replace('_', '-');
          };
      if (repeated.containsKey(option)) {
        fields.put(part, repeated.get(option));
      }
    }
    return new TaskEdit(flag("--title"), flag("--type"), flag("--priority"), fields);
  }

  private MoveTask.Request moved() {
    boolean before = flags.containsKey("--before");
    String target = flags.get(before ? "--before" : "--after");
    return new MoveTask.Request(operands.get(0), target, before, commitRequest());
  }

  private CommitRequest commitRequest() {
    return new CommitRequest(
        flags.containsKey("--dry-run"), flag("--key"), flag("--date"), Optional.empty(), true);
  }

  private String changed(ChangeResult result) {
    StringBuilder text = new StringBuilder();
    for (ChangedTask task : result.tasks()) {
      String events =
          task.events().isEmpty()
              ? "as before"
              : task.events().stream().map(Event::word).collect(Collectors.joining(", "));
      TaskLine line = task.line();
      text.append(events + ": " + line.task().name() + ", " + line.document().path());
      text.append(":" + line.task().line() + "\n");
    }
    result.refill().map(this::moved).ifPresent(text::append);
    result.findings().forEach(finding -> text.append(Scratch.line(finding)).append('\n'));
    return text.isEmpty() ? "nothing to do\n" : text.toString();
  }

  private static <T> String each(List<BoardResult<T>> outcomes, Function<T, String> words) {
    StringBuilder text = new StringBuilder();
    for (BoardResult<T> outcome : outcomes) {
      text.append(
          outcome.result().map(words).orElseGet(() -> refused(outcome.problem().orElseThrow())));
    }
    return text.toString();
  }

  private Optional<String> flag(String name) {
    return Optional.ofNullable(flags.get(name));
  }

  private Replenish.Request request(boolean dryRun) {
    Optional<String> type = flag("--type");
    Optional<String> priority = flag("--priority");
    for (String part : flag("--group").map(group -> group.split(",")).orElse(new String[0])) {
      if (part.startsWith("type:")) {
        type = Optional.of(part.substring(5));
      } else {
        priority = Optional.of(part.substring(9));
      }
    }
    BatchFilter filter =
        new BatchFilter(
            type.map(t -> t.toLowerCase(Locale.ROOT)),
            priority.map(p -> Priority.parse(p).orElseThrow()),
            flag("--max").map(Integer::parseInt).orElse(5));
    return new Replenish.Request(
        filter,
        operands,
        flag("--plan"),
        new CommitRequest(dryRun, flag("--key"), flag("--date"), Optional.empty(), true));
  }

  private CheckBoard.Request check() {
    return new CheckBoard.Request(
        flags.containsKey("--fix"), flags.containsKey("--scaffold"), CommitRequest.DEFAULT);
  }

  private ListRequest list() {
    return new ListRequest(
        new ListRequest.Filter(
            flag("--state").map(WorkState::of).map(Set::of).orElse(Set.of()),
            flag("--type").map(Set::of).orElse(Set.of()),
            flag("--priority").map(p -> Set.of(Priority.parse(p).orElseThrow())).orElse(Set.of()),
            flags.containsKey("--ready"),
            flag("--assignee"),
            flag("--path"),
            flag("--query").orElse("")),
        ListRequest.Sort.LISTED,
        flag("--explain").map(Integer::valueOf));
  }

  private String moved(RunResult result) {
    StringBuilder text = new StringBuilder();
    List<Readiness.Verdict> skipped = result.plan().selection().skipped();
    if (result.plan().selection() instanceof Selection.Batch batch) {
      String ids = batch.tasks().stream().map(Task::name).collect(Collectors.joining(", "));
      text.append(result.outcome().word()).append(": ").append(ids).append('\n');
      String group = batch.group().label();
      text.append("group: ").append(group).append(", ").append(result.reason()).append('\n');
      batch
          .otherwise()
          .map(Group::label)
          .ifPresent(other -> text.append("the other rule: ").append(other).append('\n'));
    } else {
      text.append("nothing to do: ").append(result.reason()).append('\n');
    }
    for (Readiness.Verdict verdict : skipped) {
      text.append("skipped: ").append(verdict.task().name()).append(", ");
      text.append(codes(verdict.reasons())).append('\n');
    }
    return text.toString();
  }

  private static String codes(List<Reason> reasons) {
    return reasons.stream().map(Reason::code).collect(Collectors.joining(", "));
  }

  private static String found(CheckBoard.Result result) {
    StringBuilder text = new StringBuilder();
    for (Finding fixed : result.fixed()) {
      text.append("fixed: ").append(fixed.where()).append(' ').append(fixed.code().word());
      text.append('\n');
    }
    result.findings().forEach(finding -> text.append(Scratch.line(finding)).append('\n'));
    return text.isEmpty() ? "no findings\n" : text.toString();
  }

  private static String listed(Tasks.Listing listing) {
    List<String> lines = new ArrayList<>();
    for (TaskLine line : listing.tasks()) {
      String ready = line.ready() ? "ready" : codes(line.reasons());
      String id = line.task().id().map(Object::toString).orElse("(no id)");
      lines.add(
          (line.document().path() + ":" + line.task().line() + " " + line.state().word() + " " + id)
              + (ready.isEmpty() ? "" : ": " + ready));
    }
    return lines.isEmpty() ? "no tasks\n" : String.join("\n", lines) + "\n";
  }

  private static String refused(Problem problem) {
    String where = problem.where() == null ? "" : problem.where() + ": ";
    String message = problem.message().replaceAll("\\b[0-9a-f]{16}\\b", "(another)");
    return "refused: " + problem.code().word() + ", " + where + message + "\n";
  }
}
