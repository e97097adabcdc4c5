package dev.replenish.merge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.git.LineMatches;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Two people edit one file, and their versions are merged both ways: nothing is lost, nothing is
 * duplicated, and conflicts stand between markers. {@code -Dreplenish.merges=N} runs more merges.
 */
class RandomEditsTest {
  private static final int MERGES = Integer.getInteger("replenish.merges", 400);
  private static final Pattern TASK =
      Pattern.compile("(?ms)^## task_begin\n### # \\[id:(\\w+)].*?^## task_end\n");
  private static final Pattern ID = Pattern.compile("(?m)^### # \\[id:(\\w+)]");
  private static final Pattern CONFLICT =
      Pattern.compile("(?ms)^<{7} ours\n(.*?)^={7}\n(.*?)^>{7} theirs\n");

  private record Outcome(String full, boolean conflicts, String why) {

    String ours() {
      return CONFLICT.matcher(full).replaceAll("$1");
    }

    String theirs() {
      return CONFLICT.matcher(full).replaceAll("$2");
    }
  }

  private static Outcome merge(String base, String ours, String theirs) {
    FileMerge.Result result =
        FileMerge.of(
            base.getBytes(UTF_8), ours.getBytes(UTF_8), theirs.getBytes(UTF_8), 7, LineMatches::of);
    return result instanceof FileMerge.Result.Merged merged
        ? new Outcome(new String(merged.bytes(), UTF_8), !merged.conflicts().isEmpty(), "")
        : new Outcome("", false, ((FileMerge.Result.Plain) result).why());
  }

  @Test
  void nothingIsLostOrDuplicated() {
    int clean = 0;
    int asText = 0;
    for (long seed = 0; seed < MERGES; seed++) {
      RandomEdits edits = new RandomEdits(seed);
      RandomEdits.Page page = edits.page();
      String base = page.text();
      String ours = edits.edited(page, "L").text();
      String theirs = edits.edited(page, "R").text();
      Outcome forward = merge(base, ours, theirs);
      Outcome reverse = merge(base, theirs, ours);
      String context =
          "seed " + seed + "\n" + base + "\n==L\n" + ours + "\n==R\n" + theirs + "\n==M\n";
      assertEquals(forward.why(), reverse.why(), context);
      if (!forward.why().isEmpty()) {
        asText++;
        continue;
      }
      assertEquals(
          forward.conflicts(),
          reverse.conflicts(),
          () -> context + forward.full() + reverse.full());
      assertEquals(forward.conflicts(), CONFLICT.matcher(forward.full()).find(), context);
      clean += forward.conflicts() ? 0 : 1;
      check(context + forward.full(), base, ours, theirs, forward.ours());
      check(context + forward.full(), base, theirs, ours, forward.theirs());
      check(context + reverse.full(), base, theirs, ours, reverse.ours());
      check(context + reverse.full(), base, ours, theirs, reverse.theirs());
      assertEquals(base, merge(base, base, base).full());
      assertEquals(ours, merge(base, ours, base).full(), context);
      assertEquals(ours, merge(base, base, ours).full(), context);
      assertEquals(ours, merge(base, ours, ours).full(), context);
    }
    assertTrue(clean > MERGES / 2, clean + " clean");
    assertTrue(asText < MERGES / 20, asText + " as text");
  }

  /** Checks {@code result}, in which each conflict is resolved with the lines of {@code mine}. */
  private static void check(String context, String base, String mine, String other, String result) {
    Map<String, String> b = tasks(base);
    Map<String, String> m = tasks(mine);
    Map<String, String> o = tasks(other);
    Map<String, String> r = tasks(result);
    assertEquals(ids(result), r.keySet(), context);
    Set<String> expected = new TreeSet<>();
    for (String id : m.keySet()) {
      boolean edited = !m.get(id).equals(b.get(id));
      if (o.containsKey(id) || edited) {
        expected.add(id);
      }
    }
    for (String id : o.keySet()) {
      if (!b.containsKey(id)) {
        expected.add(id);
      }
    }
    assertEquals(expected, new TreeSet<>(r.keySet()), context);
    for (String id : expected) {
      String text = r.get(id);
      boolean kept = text.equals(m.get(id)) || text.equals(o.get(id));
      boolean both =
          b.containsKey(id) && !b.get(id).equals(m.get(id)) && !b.get(id).equals(o.get(id));
      assertTrue(kept || both, () -> context + "\n" + id + ": " + text);
    }
    for (String line : mine.lines().filter(line -> line.contains("ote")).toList()) {
      assertTrue(base.contains(line) || result.contains(line), () -> context + "\n" + line);
    }
  }

  private static Set<String> ids(String text) {
    Set<String> ids = new TreeSet<>();
    Matcher id = ID.matcher(text);
    while (id.find()) {
      assertTrue(ids.add(id.group(1)), () -> id.group(1) + " stands twice in\n" + text);
    }
    return ids;
  }

  /** Each task from its header to the line that ends it. */
  private static Map<String, String> tasks(String text) {
    Map<String, String> tasks = new HashMap<>();
    String inside = text.replace("```\n## task_end\n```", "```\n(sample)\n```");
    Matcher task = TASK.matcher(inside);
    while (task.find()) {
      tasks.put(task.group(1), task.group());
    }
    return tasks;
  }
}
