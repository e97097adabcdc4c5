package dev.replenish.mcp;

import dev.replenish.app.BatchFilterParser;
import dev.replenish.app.BoardResult;
import dev.replenish.app.CommitRequest;
import dev.replenish.app.Replenish;
import dev.replenish.app.add.AddTasks;
import dev.replenish.app.add.InputField;
import dev.replenish.app.add.TaskInput;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.life.DeferTasks;
import dev.replenish.app.life.SetStatus;
import dev.replenish.app.life.StatusRequest;
import dev.replenish.app.read.ListRequest;
import dev.replenish.app.read.ReadTask;
import dev.replenish.app.read.Tasks;
import dev.replenish.board.Transition;
import dev.replenish.board.WorkState;
import dev.replenish.report.agent.AgentReplies;
import dev.replenish.report.agent.AgentReply;
import dev.replenish.report.agent.AgentRuns;
import dev.replenish.report.agent.AgentTasks;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Carries out the tools: each calls one use case and shows its result. */
final class ToolHandlers {
  static final String STATUS = "backlog_status";
  static final String PLAN = "backlog_plan";

  private static final String DEFER = "defer";
  private static final String NEXT = "next";
  private static final int DEFAULT_LIMIT = 5;
  private static final int HIGHEST_LIMIT = 50;

  private ToolHandlers() {}

  /** Carries out the call of {@code tool}. */
  static AgentReply call(String tool, CallContext context, Arguments arguments) {
    return switch (tool) {
      case STATUS -> status(context);
      case "backlog_list" -> list(context, arguments);
      case "backlog_task" -> task(context, arguments);
      case PLAN -> run(context, arguments, true);
      case "backlog_replenish" -> run(context, arguments, false);
      case "backlog_add" -> onlyBoard(AddTasks.add(context, addRequest(arguments)), AgentTasks::of);
      case "backlog_set_status" -> setStatus(context, arguments);
      default -> throw new IllegalArgumentException(tool);
    };
  }

  private static <T> AgentReply onlyBoard(
      List<BoardResult<T>> outcomes, Function<T, AgentReply> words) {
    return words.apply(outcomes.get(0).orThrow()); // BoardResolver ensures that there is one
  }

  private static AgentReply status(CallContext context) {
    List<BoardResult<Tasks.Status>> boards = Tasks.status(context);
    return boards.size() == 1 ? onlyBoard(boards, AgentReplies::of) : AgentReplies.of(boards);
  }

  private static AgentReply list(CallContext context, Arguments arguments) {
    int limit = arguments.number("limit", HIGHEST_LIMIT, DEFAULT_LIMIT);
    ListRequest request =
        new ListRequest(
            new ListRequest.Filter(
                set(arguments.text("state")).stream()
                    .map(WorkState::of)
                    .collect(Collectors.toSet()),
                set(arguments.text("type")),
                Set.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                arguments.text("text").orElse("")),
            ListRequest.Sort.LISTED,
            Optional.empty());
    return onlyBoard(Tasks.list(context, request), listing -> AgentTasks.of(listing, limit));
  }

  private static Set<String> set(Optional<String> word) {
    return word.map(String::strip)
        .filter(one -> !one.isEmpty())
        .map(one -> Set.of(one.toLowerCase(Locale.ROOT)))
        .orElse(Set.of());
  }

  private static AgentReply task(CallContext context, Arguments arguments) {
    String id = arguments.text("id").map(String::strip).orElse(NEXT);
    return AgentTasks.of(
        id.isEmpty() || id.equals(NEXT) ? ReadTask.next(context) : ReadTask.one(context, id));
  }

  private static AgentReply run(CallContext context, Arguments arguments, boolean dryRun) {
    Replenish.Request request =
        new Replenish.Request(
            BatchFilterParser.parse(
                arguments.text("type"),
                arguments.text("priority"),
                Optional.empty(),
                arguments.digits("max")),
            arguments.text("planId"),
            commitRequest(arguments, dryRun));
    return onlyBoard(Replenish.run(context, request), AgentRuns::of);
  }

  private static AddTasks.Request addRequest(Arguments arguments) {
    Map<InputField, List<String>> values = new EnumMap<>(InputField.class);
    for (InputField field : InputField.values()) {
      List<String> given =
          field.isList()
              ? arguments.texts(field.word())
              : arguments.text(field.word()).stream().toList();
      values.put(field, given);
    }
    TaskInput task = new TaskInput("", values, "the body", List.of());
    return new AddTasks.Request(List.of(task), commitRequest(arguments, false));
  }

  private static AgentReply setStatus(CallContext context, Arguments arguments) {
    boolean defers = arguments.text("action").filter(DEFER::equals).isPresent();
    return onlyBoard(
        defers
            ? DeferTasks.defer(context, deferRequest(arguments))
            : SetStatus.set(context, statusRequest(arguments)),
        AgentTasks::of);
  }

  private static DeferTasks.Request deferRequest(Arguments arguments) {
    return new DeferTasks.Request(
        requiredIds(arguments),
        arguments.text("reason").filter(text -> !text.isBlank()),
        commitRequest(arguments, false));
  }

  private static List<String> requiredIds(Arguments arguments) {
    if (arguments.texts("ids").isEmpty()) {
      throw Arguments.wrong("no task is given", "Name one or more in the argument 'ids'.");
    }
    return arguments.texts("ids");
  }

  private static StatusRequest statusRequest(Arguments arguments) {
    String action = arguments.text("action").orElseThrow();
    Transition transition =
        Stream.of(Transition.values())
            .filter(t -> t.word().equals(action))
            .findFirst()
            .orElseThrow();
    Optional<String> reason = arguments.text("reason").filter(text -> !text.isBlank());
    if (transition.needsReason() && reason.isEmpty()) {
      throw Arguments.wrong(action + " needs a reason", "Say why in the argument 'reason'.");
    }
    List<String> ids = requiredIds(arguments);
    boolean refill = arguments.isTrue("refill");
    if (refill && transition.target().isActive()) {
      throw Arguments.wrong(
          action + " makes no room to refill", "Leave refill out, or call backlog_replenish.");
    }
    return new StatusRequest(
        transition,
        ids,
        reason,
        refill,
        arguments.text("assignee").filter(name -> !name.isBlank()),
        commitRequest(arguments, false));
  }

  private static CommitRequest commitRequest(Arguments arguments, boolean dryRun) {
    return new CommitRequest(
        dryRun, arguments.text("key"), Optional.empty(), Optional.empty(), true);
  }
}
