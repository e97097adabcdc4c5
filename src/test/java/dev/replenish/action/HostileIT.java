package dev.replenish.action;

import static dev.replenish.action.Site.group;
import static dev.replenish.action.Site.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of tasks and inputs that try to inject commands, markup or outputs. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class HostileIT {
  private static final List<String> USAGE = List.of("error usage");

  private static final List<String> TITLES =
      List.of(
          "::error file=a::x",
          "##[error]x ::set-output name=outcome::moved",
          "$(touch pwned) `touch pwned` ${PATH} \"; touch pwned; '",
          "Fixes #4711, closes team/tea#2, @ana look at https://evil.example/x",
          "<img src=x onerror=alert(1)> <!-- --> ]]> & ``` | </td></table>",
          "EOF outcome<<EOF %0A::add-mask::a %25");

  @TempDir Path tmp;

  private static String backlog(String prefix) {
    StringBuilder tasks = new StringBuilder();
    for (int i = 0; i < TITLES.size(); i++) {
      tasks.append(ready(prefix + i, TITLES.get(i)));
    }
    return group("dev", "high", tasks.toString());
  }

  private void assertNothingIsInjected(Runner.Result result) {
    assertFalse(Files.exists(tmp.resolve("runner1/work/pwned")), result.log());
    for (String markup :
        List.of("<img", "</td></table> ", "@ana", "#4711", "https://evil", "$(touch")) {
      assertFalse(result.summary().contains(markup), markup + " in " + result.summary());
    }
  }

  @Test
  void titlesStayPlainTextEverywhere() {
    Site site = Site.with(tmp, backlog("A-$(id)`id`"));
    Runner runner = site.runner();
    FakeGh gh = new FakeGh(runner);
    Runner.Result result = Site.run(runner, Map.of("mode", "pr", "max-tasks", "5"));
    assertFalse(result.failed(), result.log());
    assertEquals(List.of(), result.annotations());
    assertNothingIsInjected(result);
    assertTrue(result.summary().startsWith(gh.body()), result.summary()); // the report follows
    assertFalse(result.summary().contains("<img src=x"), result.summary());
    JsonArray ids = JsonParser.parseString(result.outputs().get("moved-ids")).getAsJsonArray();
    assertEquals("A-$(id)`id`0", ids.get(0).getAsString());
    String json = result.outputs().get("result-json");
    assertEquals(
        TITLES.get(2).replace("\\", ""),
        JsonParser.parseString(json)
            .getAsJsonObject()
            .getAsJsonArray("tasks")
            .get(2)
            .getAsJsonObject()
            .get("title")
            .getAsString());
    for (List<String> call : gh.calls()) {
      assertTrue(call.stream().noneMatch(word -> word.contains("touch")), call.toString());
    }
  }

  @Test
  void refusedInputIsNotRunAsACommand() {
    Site site = Site.with(tmp, backlog("A-").replace("## group_end", ""));
    Map<String, String> with = new TreeMap<>();
    with.put("type", "x\n::error::y\nmoved-ids=[\"evil\"]");
    with.put("mode", "dry-run");
    Runner.Result result = site.run(with);
    assertNothingIsInjected(result);
    assertTrue(
        result.annotations().stream().noneMatch(each -> each.message().equals("y")), result.log());
    assertEquals("[]", result.outputs().get("moved-ids"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mode",
        "max-tasks",
        "group",
        "select",
        "ref",
        "pr-branch",
        "working-directory",
        "board"
      })
  void inputsAreOnlyValues(String input) {
    Site site = Site.with(tmp, group("dev", "high", ready("A-1", "Boil")));
    String tip = site.tip("main");
    Map<String, String> with = new TreeMap<>(Map.of("mode", "pr"));
    with.put(input, "--no-such $(touch pwned)`touch pwned`'\";touch pwned\n::error::y\n--push");
    Runner runner = site.runner();
    FakeGh gh = new FakeGh(runner);
    Runner.Result result = Site.run(runner, with);
    assertTrue(result.failed(), result.log());
    assertEquals("failed", result.outputs().get("outcome"));
    assertNothingIsInjected(result);
    assertEquals(
        input.equals("board")
            ? with.get(input).lines().sorted().map(HostileIT::noBoard).toList()
            : USAGE,
        result.annotations().stream().map(Annotation::summary).toList(),
        result.log());
    assertEquals(List.of(), gh.verbs());
    assertEquals(tip, site.tip("main"));
    assertEquals("main\n", site.server().git("branch", "--format=%(refname:short)"));
  }

  /** Each line of the input names a board, none of which exists. */
  private static String noBoard(String line) {
    return "error " + line + "/BACKLOG.md: invalid-document";
  }

  @Test
  void committerNameIsCommittedAsOneName() {
    Site site = Site.with(tmp, group("dev", "high", ready("A-1", "Boil")));
    Runner.Result result =
        site.run(
            Map.of(
                "commit-user-name", "Ana <x@example.com>\nparent 0 $(touch pwned)",
                "commit-user-email", "ana@example.com>\nx"));
    assertFalse(result.failed(), result.log());
    assertNothingIsInjected(result);
    site.server().git("fsck", "--strict");
    assertEquals("1", site.server().git("rev-list", "--count", "main", "^main~1").strip());
  }

  @Test
  void tokenIsShownNowhere() {
    Site site = Site.with(tmp, group("dev", "high", ready("A-1", "Boil")));
    Runner runner = site.runner();
    FakeGh gh = new FakeGh(runner);
    Runner.Result result = Site.run(runner, Map.of("mode", "pr", "token", "s3cr3t-token"));
    assertFalse(result.failed(), result.log());
    String all = result.log() + result.summary() + result.outputs() + gh.body();
    assertFalse(all.contains("s3cr3t-token"), all);
    for (List<String> call : gh.calls()) {
      assertEquals("s3cr3t-token", call.get(0), "gh is given it by the environment");
      assertFalse(call.subList(1, call.size()).contains("s3cr3t-token"));
    }
  }
}
