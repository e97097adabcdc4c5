package dev.replenish.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.git.LineMatches;
import dev.replenish.merge.FileMerge;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A random history of boards on which two people work and merge, half of the time with the merge
 * driver. Its changes are legitimate, except for the losses planted in it. The result is a stream
 * for {@code git fast-import}.
 */
final class MadeUpHistory {
  private static final List<String> VERBS =
      List.of("Boil", "Warm", "Pour", "Fetch", "Wash", "Sort");
  private static final List<String> NOUNS =
      List.of("pot", "cup", "kettle", "spoon", "tray", "leaf");
  private static final List<String> WORDS =
      List.of(
          "red", "old", "second", "broken", "small", "heavy", "green", "last", "empty", "spare");
  private static final List<String> TYPES = List.of("dev", "docs");
  private static final Pattern ID = Pattern.compile("(?m)^### # \\[id:([^]]+)]");
  private static final int MARKER_SIZE = 7;

  private final Random random;
  private final String branch;
  private final StringBuilder stream = new StringBuilder();
  private final TreeSet<String> planted = new TreeSet<>();
  private final double losses;
  private int mark;
  private int ids;
  private int driverMerges;

  /** A task, and in {@code place} the path of its file. */
  private record Item(
      String id, String title, List<String> lines, String status, String type, String place) {
    Item with(String status, String place) {
      return new Item(id, title, lines, status, type, place);
    }

    /** Whether both are the same task: if one side renumbered it, a merge may keep both ids. */
    boolean isSameTaskAs(Item other) {
      return row().equals(other.row());
    }

    boolean isFinished() {
      return status.equals("done") || status.equals("rejected");
    }

    private String row() {
      return title.substring(title.lastIndexOf(' '));
    }
  }

  /** All tasks in listed order, and the line ends of the files. */
  private static final class State {
    private final Map<String, Item> items = new LinkedHashMap<>();
    private String newLine = "\n";

    State copy() {
      State copy = new State();
      copy.items.putAll(items);
      copy.newLine = newLine;
      return copy;
    }
  }

  MadeUpHistory(long seed, String branch, int firstMark, double losses) {
    this.random = new Random(seed);
    this.branch = branch;
    this.mark = firstMark;
    this.losses = losses;
  }

  /** Makes {@code steps} steps; a step is a commit, or a side branch and its merge. */
  MadeUpHistory make(int steps) {
    State main = new State();
    for (int i = 0; i < 12; i++) {
      add(main, "tea");
      add(main, "cake");
    }
    int tip = commit(main, "begin", branch);
    for (int i = 0; i < steps; i++) {
      if (random.nextInt(4) > 0) {
        String message = step(main);
        tip = commit(main, message, branch, tip);
        continue;
      }
      State base = main.copy();
      State side = main.copy();
      int other = tip;
      for (int n = random.nextInt(4); n >= 0; n--) {
        other = commit(side, step(side), branch + "-side", other);
      }
      for (int n = random.nextInt(3); n > 0; n--) {
        tip = commit(main, step(main), branch, tip);
      }
      State ours = main;
      main = merge(base, ours, side);
      Optional<Map<String, String>> driverMerge =
          random.nextBoolean() ? driverMerge(base, ours, side) : Optional.empty();
      Optional<State> driverState = driverMerge.flatMap(files -> state(files, ours, side));
      if (driverState.isPresent()) {
        for (Item item : main.items.values()) {
          assertTrue(
              driverState.get().items.containsKey(item.id),
              "the driver lost " + item.id + " in " + branch);
        }
        main = driverState.get();
        driverMerges++;
        tip = commit(driverMerge.get(), "merge", branch, tip, other);
        continue;
      }
      if (random.nextDouble() < losses) {
        plantLoss(
            main, id -> !isFinished(base, id) && (isFinished(ours, id) || isFinished(side, id)));
      }
      tip = commit(main, "merge", branch, tip, other);
    }
    return this;
  }

  /** The files as Git and the merge driver merge them; empty if there is a conflict. */
  private static Optional<Map<String, String>> driverMerge(State base, State ours, State theirs) {
    Map<String, String> before = files(base);
    Map<String, String> left = files(ours);
    Map<String, String> right = files(theirs);
    TreeSet<String> paths = new TreeSet<>(left.keySet());
    paths.addAll(right.keySet());
    Map<String, String> merged = new TreeMap<>();
    for (String path : paths) {
      String oldText = before.get(path);
      String ourText = left.get(path);
      String theirText = right.get(path);
      if (Objects.equals(ourText, theirText) || Objects.equals(oldText, theirText)) {
        merged.put(path, ourText);
      } else if (Objects.equals(oldText, ourText)) {
        merged.put(path, theirText);
      } else if (ourText == null || theirText == null) {
        return Optional.empty();
      } else {
        byte[] common = oldText == null ? new byte[0] : oldText.getBytes(UTF_8);
        FileMerge.Result result =
            FileMerge.of(
                common,
                ourText.getBytes(UTF_8),
                theirText.getBytes(UTF_8),
                MARKER_SIZE,
                LineMatches::of);
        if (!(result instanceof FileMerge.Result.Merged clean) || !clean.conflicts().isEmpty()) {
          return Optional.empty();
        }
        merged.put(path, new String(clean.bytes(), UTF_8));
      }
    }
    merged.values().removeIf(Objects::isNull);
    return Optional.of(merged);
  }

  /** The tasks of {@code files}; empty if one occurs twice or is equal to neither side's. */
  private static Optional<State> state(Map<String, String> files, State ours, State theirs) {
    State state = new State();
    state.newLine = ours.newLine;
    for (Map.Entry<String, String> file : files.entrySet()) {
      String text = file.getValue().replace("\r\n", "\n");
      Matcher id = ID.matcher(text);
      while (id.find()) {
        Optional<Item> item =
            Stream.of(ours, theirs)
                .map(side -> side.items.get(id.group(1)))
                .filter(each -> each != null && text.contains(block(each)))
                .findFirst();
        if (item.isEmpty() || state.items.containsKey(id.group(1))) {
          return Optional.empty();
        }
        state.items.put(id.group(1), item.get().with(item.get().status, file.getKey()));
      }
    }
    return Optional.of(state);
  }

  private void add(State state, String board) {
    String id = "TASK-20260101-" + String.format("%03d", ++ids);
    List<String> lines = new ArrayList<>(List.of("Read what stands in the handbook."));
    for (int i = 0; i < 3 + random.nextInt(3); i++) {
      lines.add("Look at the " + any(WORDS) + " " + any(NOUNS) + " number " + random.nextInt(999));
    }
    String title = any(VERBS) + " the " + any(WORDS) + " " + any(NOUNS) + " of row " + ids;
    state.items.put(id, new Item(id, title, lines, "todo", any(TYPES), board + "/BACKLOG.md"));
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String step(State state) {
    if (random.nextDouble() < losses) {
      plantLoss(state, id -> false);
      return "9";
    }
    List<BiConsumer<State, Item>> actions =
        List.of(
            this::promote,
            this::promote,
            this::start,
            this::finish,
            this::finish,
            this::archive,
            this::edit,
            this::edit,
            this::retitle,
            this::returnToBacklog,
            this::renumber,
            this::moveToOtherBoard,
            this::reorder,
            this::trim,
            (all, none) -> add(all, "tea"),
            this::switchLineEnds);
    if (state.items.isEmpty() || random.nextInt(12) == 0) {
      return removeAndNameIt(state);
    }
    Item item = any(List.copyOf(state.items.values()));
    any(actions).accept(state, item);
    return "Work " + random.nextInt(100);
  }

  private static boolean isIn(Item item, String file) {
    return item.place.endsWith(file);
  }

  private static String in(Item item, String file) {
    return item.place.substring(0, item.place.indexOf('/') + 1) + file;
  }

  private static void put(State state, Item item) {
    state.items.remove(item.id);
    state.items.put(item.id, item);
  }

  private void promote(State state, Item item) {
    int room = 5;
    for (Item each : List.copyOf(state.items.values())) {
      boolean sameGroup = each.type.equals(item.type) && each.place.equals(item.place);
      if (sameGroup && isIn(each, "BACKLOG.md") && room-- > 0) {
        put(state, each.with("todo", in(each, "TODO.md")));
      }
    }
  }

  private void start(State state, Item item) {
    if (isIn(item, "TODO.md")) {
      state.items.put(
          item.id, item.with(random.nextBoolean() ? "in-progress" : "blocked", item.place));
    }
  }

  private void finish(State state, Item item) {
    state.items.put(item.id, item.with(random.nextInt(4) > 0 ? "done" : "rejected", item.place));
  }

  private void archive(State state, Item item) {
    for (Item each : List.copyOf(state.items.values())) {
      if (each.isFinished()) {
        put(state, each.with(each.status, in(each, "ARCHIVE.md")));
      }
    }
  }

  private void edit(State state, Item item) {
    List<String> lines = new ArrayList<>(item.lines);
    lines.set(
        random.nextInt(lines.size()), "Ask about the " + any(WORDS) + " " + any(NOUNS) + " again");
    state.items.put(
        item.id, new Item(item.id, item.title, lines, item.status, item.type, item.place));
  }

  private void retitle(State state, Item item) {
    String title = item.title.replace(" the ", " teh ");
    state.items.put(
        item.id, new Item(item.id, title, item.lines, item.status, item.type, item.place));
  }

  private void returnToBacklog(State state, Item item) {
    if (isIn(item, "TODO.md")) {
      put(state, item.with("todo", in(item, "BACKLOG.md")));
    }
  }

  private void renumber(State state, Item item) {
    state.items.remove(item.id);
    String id = "TASK-20260202-" + String.format("%03d", ++ids);
    state.items.put(id, new Item(id, item.title, item.lines, item.status, item.type, item.place));
  }

  private void moveToOtherBoard(State state, Item item) {
    String board = item.place.startsWith("tea/") ? "cake/" : "tea/";
    put(state, item.with(item.status, board + item.place.substring(item.place.indexOf('/') + 1)));
  }

  private void reorder(State state, Item item) {
    List<Item> items = new ArrayList<>(state.items.values());
    Collections.shuffle(items, random);
    state.items.clear();
    items.forEach(each -> state.items.put(each.id, each));
  }

  private void trim(State state, Item item) {
    state.items.values().removeIf(each -> isIn(each, "ARCHIVE.md"));
  }

  private void switchLineEnds(State state, Item item) {
    state.newLine = state.newLine.equals("\n") ? "\r\n" : "\n";
  }

  private String removeAndNameIt(State state) {
    if (state.items.isEmpty()) {
      add(state, "tea");
      return "Begin again";
    }
    Item item = any(List.copyOf(state.items.values()));
    state.items.remove(item.id);
    return "Drop " + item.id + ": nobody wants it";
  }

  private static boolean isFinished(State state, String id) {
    Item item = state.items.get(id);
    return item != null && item.isFinished();
  }

  /**
   * Plants a loss: removes an open task that no board has under another id, without naming it.
   *
   * @param possiblyFinished whether one side has finished the task of an id, so that it is not
   *     surely open
   */
  private void plantLoss(State state, Predicate<String> possiblyFinished) {
    List<Item> open = new ArrayList<>();
    for (Item item : state.items.values()) {
      boolean finished = item.isFinished() || possiblyFinished.test(item.id);
      boolean unique = state.items.values().stream().filter(item::isSameTaskAs).count() == 1;
      if (!finished && unique && !isIn(item, "ARCHIVE.md")) {
        open.add(item);
      }
    }
    if (!open.isEmpty()) {
      Item item = any(open);
      state.items.remove(item.id);
      planted.add(item.id);
    }
  }

  /** Merges task by task: takes the side that changed the task, and ours if both did. */
  private static State merge(State base, State ours, State theirs) {
    State merged = ours.copy();
    for (Item item : theirs.items.values()) {
      Item before = base.items.get(item.id);
      Item ourItem = ours.items.get(item.id);
      if (before == null || (!item.equals(before) && before.equals(ourItem))) {
        merged.items.put(item.id, item);
      }
    }
    for (Item before : base.items.values()) {
      boolean gone =
          !theirs.items.containsKey(before.id) && before.equals(ours.items.get(before.id));
      if (gone) {
        merged.items.remove(before.id);
      }
    }
    return merged;
  }

  private int commit(State state, String message, String ref, int... parents) {
    return commit(files(state), message, ref, parents);
  }

  private int commit(Map<String, String> files, String message, String ref, int... parents) {
    stream.append("commit refs/heads/").append(ref).append("\nmark :").append(++mark).append('\n');
    String signature =
        (parents.length == 1 ? "Ana <ana" : "Bo <bo") + "@example.org> " + (1767225600 + mark);
    stream
        .append("author ")
        .append(signature)
        .append(" +0000\ncommitter ")
        .append(signature)
        .append(" +0000\n");
    data(message);
    for (int i = 0; i < parents.length; i++) {
      stream.append(i == 0 ? "from :" : "merge :").append(parents[i]).append('\n');
    }
    stream.append("deleteall\n");
    files.forEach(
        (path, text) -> {
          stream.append("M 100644 inline ").append(path).append('\n');
          data(text);
        });
    return mark;
  }

  private void data(String text) {
    stream.append("data ").append(text.length()).append('\n').append(text).append('\n');
  }

  private static Map<String, String> files(State state) {
    Map<String, StringBuilder> files = new HashMap<>();
    for (String board : List.of("tea/", "cake/")) {
      StringBuilder backlog = new StringBuilder("# Backlog\n\n");
      for (String type : TYPES) {
        backlog.append("## group_begin [type:").append(type).append("][priority:high]\n\n");
        state.items.values().stream()
            .filter(item -> item.place.equals(board + "BACKLOG.md") && item.type.equals(type))
            .forEach(item -> backlog.append(block(item)));
        backlog.append("## group_end\n\n");
      }
      files.put(board + "BACKLOG.md", backlog);
    }
    for (Item item : state.items.values()) {
      if (!isIn(item, "BACKLOG.md")) {
        files
            .computeIfAbsent(item.place, path -> new StringBuilder("# List\n\n"))
            .append(block(item));
      }
    }
    Map<String, String> texts = new LinkedHashMap<>();
    files.forEach((path, text) -> texts.put(path, text.toString().replace("\n", state.newLine)));
    return texts;
  }

  private static String block(Item item) {
    return "## task_begin\n### # [id:"
        + item.id
        + "][type:"
        + item.type
        + "][priority:high] "
        + item.title
        + "\n**Status:** "
        + item.status
        + "\n**Estimated Effort:** 2 hours\n"
        + String.join("\n", item.lines)
        + "\n## task_end\n\n---\n\n";
  }

  String stream() {
    return stream.toString();
  }

  /** The number of merges that are made with the merge driver. */
  int driverMerges() {
    return driverMerges;
  }

  int lastMark() {
    return mark;
  }

  /** The ids of the tasks whose loss is planted. */
  List<String> planted() {
    return List.copyOf(planted);
  }
}
