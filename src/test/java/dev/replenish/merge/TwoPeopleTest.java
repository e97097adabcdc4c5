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
 * Two people work on one file, and their versions are merged both ways: nothing is lost, nothing is
 * doubled, and what is not clean stands between markers. {@code -Dreplenish.merges=N} for more.
 */
class TwoPeopleTest {
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
  void nothingIsLostOrDoubled() {
    int clean = 0;
    int asText = 0;
    for (long seed = 0; seed < MERGES; seed++) {
      TwoPeople people = new TwoPeople(seed);
      TwoPeople.Page page = people.page();
      String base = page.text();
      String ours = people.worked(page, "L").text();
      String theirs = people.worked(page, "R").text();
      Outcome there = merge(base, ours, theirs);
      Outcome back = merge(base, theirs, ours);
      String what =
          "seed " + seed + "\n" + base + "\n==L\n" + ours + "\n==R\n" + theirs + "\n==M\n";
      assertEquals(there.why(), back.why(), what);
      if (!there.why().isEmpty()) {
        asText++;
        continue;
      }
      assertEquals(there.conflicts(), back.conflicts(), () -> what + there.full() + back.full());
      assertEquals(there.conflicts(), CONFLICT.matcher(there.full()).find(), what);
      clean += there.conflicts() ? 0 : 1;
      check(what + there.full(), base, ours, theirs, there.ours());
      check(what + there.full(), base, theirs, ours, there.theirs());
      check(what + back.full(), base, theirs, ours, back.ours());
      check(what + back.full(), base, ours, theirs, back.theirs());
      assertEquals(base, merge(base, base, base).full());
      assertEquals(ours, merge(base, ours, base).full(), what);
      assertEquals(ours, merge(base, base, ours).full(), what);
      assertEquals(ours, merge(base, ours, ours).full(), what);
    }
    assertTrue(clean > MERGES / 2, clean + " clean");
    assertTrue(asText < MERGES / 20, asText + " as text");
  }

  /** What is in the result where the lines of {@code mine} are taken in each conflict. */
  private static void check(String what, String base, String mine, String other, String result) {
    Map<String, String> b = tasks(base);
    Map<String, String> m = tasks(mine);
    Map<String, String> o = tasks(other);
    Map<String, String> r = tasks(result);
    assertEquals(ids(result), r.keySet(), what);
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
    assertEquals(expected, new TreeSet<>(r.keySet()), what);
    for (String id : expected) {
      String text = r.get(id);
      boolean kept = text.equals(m.get(id)) || text.equals(o.get(id));
      boolean both =
          b.containsKey(id) && !b.get(id).equals(m.get(id)) && !b.get(id).equals(o.get(id));
      assertTrue(kept || both, () -> what + "\n" + id + ": " + text);
    }
    for (String line : mine.lines().filter(line -> line.contains("ote")).toList()) {
      assertTrue(base.contains(line) || result.contains(line), () -> what + "\n" + line);
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
