package dev.replenish.audit;

import dev.replenish.board.Priority;
import dev.replenish.board.TaskId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The content of a message of Replenish's commits (docs/reference/history.md). Anybody can write
 * such a message: ids, words and numbers have been checked, titles and sentences are untrusted
 * text.
 *
 * @param board the board's folder, as in the trailer
 * @param group the group that a batch was taken from
 * @param rule the word of the rule that chose that group
 * @param tasks what happened to which tasks, in order
 * @param undoes the commit that this one undoes, 40 hex digits
 * @param repairs the codes of the findings that were fixed
 * @param version the version that made the commit
 * @param key the caller's key
 * @param why the reasons that the message gives; "" for none
 */
public record AuditRecord(
    String board,
    Optional<Source> group,
    Optional<String> rule,
    List<Entry> tasks,
    Optional<String> undoes,
    List<String> repairs,
    Optional<String> version,
    Optional<String> key,
    String why) {
  /** The prefix of the line with a caller's reason. */
  public static final String REASON = "Reason given: ";

  /** The prefix of the line about a batch's group. */
  private static final String GROUP = "Group [";

  private static final int LONGEST_WORD = 200;
  private static final int LONGEST_WHY = 2000;

  /** The words for actions; a commit with several events is named by the first of these. */
  private static final List<Map.Entry<Event, String>> ACTIONS =
      List.of(
          Map.entry(Event.CONVERTED, "convert"),
          Map.entry(Event.REOPENED, "reopen"),
          Map.entry(Event.RESTORED, "audit"),
          Map.entry(Event.RETURNED, "defer"),
          Map.entry(Event.FINISHED, "done"),
          Map.entry(Event.REJECTED, "reject"),
          Map.entry(Event.BLOCKED, "block"),
          Map.entry(Event.STARTED, "start"),
          Map.entry(Event.ADDED, "add"),
          Map.entry(Event.PROMOTED, "run"),
          Map.entry(Event.EDITED, "edit"),
          Map.entry(Event.REORDERED, "move"),
          Map.entry(Event.ARCHIVED, "archive"));

  private static final Map<String, Event> EVENTS_BY_TRAILER = eventsByTrailer();

  /** A group's type, and its priority if it has one. */
  public record Source(String type, Optional<Priority> priority) {}

  /**
   * What happened to a task.
   *
   * @param title its title at the time, "" if the message has none
   */
  public record Entry(TaskId id, Event event, String title) {}

  /** Copies the lists. */
  public AuditRecord {
    tasks = List.copyOf(tasks);
    repairs = List.copyOf(repairs);
  }

  /** Parses {@code message}; empty if no command of Replenish has written it. */
  public static Optional<AuditRecord> of(String message) {
    if (!message.contains(Trailers.PREFIX + "Board")) {
      return Optional.empty(); // most commits
    }
    TrailerParser parts = TrailerParser.of(message);
    Map<String, Set<String>> values = values(parts.trailers());
    Set<String> boards = values.getOrDefault("Board", Set.of());
    if (boards.size() != 1) {
      return Optional.empty();
    }
    return Optional.of(
        new AuditRecord(
            boards.iterator().next(),
            first(values, "Group").flatMap(AuditRecord::group),
            words(values, "Rule").stream().findFirst(),
            entries(parts),
            first(values, "Undo").filter(id -> isWord(id, 40, 40, "0123456789abcdef")),
            words(values, "Repair"),
            words(values, "Version").stream().findFirst(),
            words(values, "Key").stream().findFirst(),
            why(parts.body())));
  }

  /** Whether the message records {@code event} for the task called {@code id}. */
  public boolean records(String id, Event event) {
    return tasks.stream().anyMatch(e -> e.event == event && e.id.value().equals(id));
  }

  /** The tasks for which the message records {@code event}, in its order. */
  public List<TaskId> ids(Event event) {
    return tasks.stream().filter(e -> e.event == event).map(Entry::id).toList();
  }

  /** Whether the message records any event of the task called {@code id}. */
  public boolean names(String id) {
    return tasks.stream().anyMatch(e -> e.id.value().equals(id));
  }

  /**
   * One word for what was done: {@code run}, {@code start}, {@code block}, {@code done}, {@code
   * reject}, {@code archive}, {@code add}, {@code convert}, {@code audit}, {@code undo} or {@code
   * check}. A command that also refills {@code TODO.md} keeps its own word.
   */
  public String action() {
    if (undoes.isPresent()) {
      return "undo";
    }
    Set<Event> events = new HashSet<>();
    tasks.forEach(entry -> events.add(entry.event));
    for (Map.Entry<Event, String> action : ACTIONS) {
      if (events.contains(action.getKey())) {
        return action.getValue();
      }
    }
    return repairs.isEmpty() ? "run" : "check";
  }

  /** The values of Replenish's trailers by name without the prefix, each value once. */
  private static Map<String, Set<String>> values(List<TrailerParser.Trailer> trailers) {
    Map<String, Set<String>> values = new HashMap<>();
    for (TrailerParser.Trailer trailer : trailers) {
      if (trailer.name().startsWith(Trailers.PREFIX)) {
        String name = trailer.name().substring(Trailers.PREFIX.length());
        values.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(trailer.value());
      }
    }
    return values;
  }

  private static Optional<String> first(Map<String, Set<String>> values, String name) {
    return values.getOrDefault(name, Set.of()).stream().findFirst();
  }

  private static List<String> words(Map<String, Set<String>> values, String name) {
    return values.getOrDefault(name, Set.of()).stream()
        .filter(word -> isWord(word, 1, LONGEST_WORD, ""))
        .toList();
  }

  /**
   * Whether {@code word} has that length and consists of {@code allowed}, or visible ASCII for "".
   */
  private static boolean isWord(String word, int least, int most, String allowed) {
    return word.length() >= least
        && word.length() <= most
        && word.chars()
            .allMatch(c -> allowed.isEmpty() ? c > ' ' && c <= '~' : allowed.indexOf(c) >= 0);
  }

  private static Optional<Source> group(String value) {
    int at = value.lastIndexOf(" priority=");
    String type = value.substring(0, at < 0 ? value.length() : at);
    Optional<Priority> priority =
        at < 0 ? Optional.empty() : Priority.parse(value.substring(at + " priority=".length()));
    if (!type.startsWith("type=") || (at >= 0 && priority.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(type.substring("type=".length()))
        .filter(TaskId::isSafeWord)
        .map(word -> new Source(word, priority));
  }

  private static List<Entry> entries(TrailerParser parts) {
    Map<String, String> titles = titles(parts.body());
    Set<Entry> entries = new LinkedHashSet<>();
    for (TrailerParser.Trailer trailer : parts.trailers()) {
      Event event = EVENTS_BY_TRAILER.get(trailer.name());
      String id = event == Event.RESTORED ? firstWord(trailer.value()) : trailer.value();
      if (event != null && TaskId.isSafeWord(id)) {
        entries.add(new Entry(new TaskId(id), event, titles.getOrDefault(id, "")));
      }
    }
    return List.copyOf(entries);
  }

  /** The id in the trailer of a restored task; its origin follows. */
  private static String firstWord(String value) {
    int blank = value.indexOf(' ');
    return blank < 0 ? value : value.substring(0, blank);
  }

  private static Map<String, Event> eventsByTrailer() {
    Map<String, Event> eventsByTrailer = new HashMap<>();
    for (Event event : Event.values()) {
      if (!event.trailer().isEmpty()) {
        eventsByTrailer.put(Trailers.PREFIX + event.trailer(), event);
      }
    }
    return eventsByTrailer;
  }

  /** The titles by id, from the lines that begin with a dash. */
  private static Map<String, String> titles(List<String> body) {
    Map<String, String> titles = new HashMap<>();
    for (String line : body) {
      int space = line.indexOf(' ', 2);
      if (line.startsWith("- ") && space > 0) {
        titles.putIfAbsent(line.substring(2, space), line.substring(space + 1).strip());
      }
    }
    return titles;
  }

  /**
   * The reasons that the body gives: the group and the rule that chose it, or the caller's words.
   */
  private static String why(List<String> body) {
    StringBuilder why = new StringBuilder();
    for (String line : body) {
      boolean given = line.startsWith(REASON);
      if ((given || line.startsWith(GROUP)) && why.length() < LONGEST_WHY) {
        String reason = given ? line.substring(REASON.length()) : line;
        why.append(why.length() == 0 ? "" : " ").append(reason.strip());
      }
    }
    return why.length() > LONGEST_WHY ? why.substring(0, LONGEST_WHY) : why.toString();
  }
}
