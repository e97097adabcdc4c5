package dev.replenish.git.history;

import static dev.replenish.board.ErrorCode.REPOSITORY_STATE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.git.GitTest;
import dev.replenish.git.Repo;
import dev.replenish.git.history.History.Order;
import dev.replenish.git.history.History.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks back over the commits that changed a board's files. */
class HistoryTest extends GitTest {
  private final List<Integer> progress = new ArrayList<>();

  private History history(Repo repo, Order order, String... paths) {
    return repo.history(repo.tip(Optional.empty()), List.of(paths), order, progress::add);
  }

  private List<Step> steps(Path folder, Order order, String... paths) {
    try (Repo repo = open(folder);
        History history = history(repo, order, paths)) {
      return all(history);
    }
  }

  private static List<Step> all(History history) {
    List<Step> steps = new ArrayList<>();
    for (Optional<Step> step = history.next(); step.isPresent(); step = history.next()) {
      steps.add(step.get());
    }
    return steps;
  }

  private List<String> subjects(Order order, String... paths) {
    return steps(box.root(), order, paths).stream().map(s -> s.revision().subject()).toList();
  }

  private void setDate(String date) {
    box.env().put("GIT_AUTHOR_DATE", date);
    box.env().put("GIT_COMMITTER_DATE", date);
  }

  private String commit(String path, String text, String message) {
    return box.write(path, text).commitAll(message);
  }

  @ParameterizedTest
  @EnumSource
  void commitsThatChangedTheFilesComeNewestFirst(Order order) {
    commit(TODO, "one\n", "change the todo");
    commit("src/other.txt", "more\n", "change something else");
    commit(BACKLOG, "two\n", "change the backlog");
    assertEquals(
        List.of("change the backlog", "change the todo", "begin"), subjects(order, BACKLOG, TODO));
    assertEquals(List.of("change the todo", "begin"), subjects(order, TODO));
    assertEquals(List.of(), subjects(order, "none.md"));
  }

  @Test
  void progressCountsEveryCommit() {
    commit("src/other.txt", "more\n", "change something else");
    subjects(Order.BY_TIME, TODO);
    assertEquals(List.of(1, 2), progress);
  }

  @Test
  void stepHasTheFilesBeforeAndAfter() {
    String before = box.git("rev-parse", "HEAD:TODO.md").strip();
    String id = commit(TODO, "one\n", "change the todo");
    box.git("rm", "-q", BACKLOG);
    box.git("commit", "-q", "-m", "remove the backlog");
    List<Step> steps = steps(box.root(), Order.BY_TIME, TODO, "src/none.md", BACKLOG);
    String after = box.git("rev-parse", "HEAD:TODO.md").strip();
    String backlog = box.git("rev-parse", id + ":BACKLOG.md").strip();
    assertEquals(List.of(after, "", ""), steps.get(0).blobs());
    assertEquals(List.of(List.of(after, "", backlog)), steps.get(0).before());
    assertEquals(id, steps.get(1).revision().id());
    assertEquals(List.of(List.of(before, "", backlog)), steps.get(1).before());
    assertEquals(List.of(), steps.get(2).before());
    assertFalse(steps.get(2).revision().cutOff());
  }

  @Test
  void filesInFoldersAreFound() {
    commit("a/b/TODO.md", "one\n", "deep");
    commit("a/TODO.md", "one\n", "flat");
    commit("a/b c/TODO.md", "one\n", "beside");
    assertEquals(List.of("flat", "deep"), subjects(Order.BY_TIME, "a/b/TODO.md", "a/TODO.md"));
  }

  @Test
  void linkInPlaceOfTheFileIsNoFile() throws IOException {
    Files.delete(box.root().resolve(TODO));
    Files.createSymbolicLink(box.root().resolve(TODO), Path.of(BACKLOG));
    box.commitAll("link");
    Step step = steps(box.root(), Order.BY_TIME, TODO).get(0);
    assertEquals("link", step.revision().subject());
    assertEquals(List.of(""), step.blobs());
  }

  @Test
  void changeDroppedByAMergeIsFound() {
    box.git("switch", "-q", "-c", "side");
    commit(TODO, "side\n", "on the side");
    box.git("switch", "-q", "main");
    commit("src/other.txt", "more\n", "on main");
    box.git("merge", "-q", "-s", "ours", "--no-edit", "side");
    assertEquals(
        List.of("Merge branch 'side'", "on the side", "begin"),
        subjects(Order.CHILDREN_FIRST, TODO));
  }

  @Test
  void mergeHasTheFilesOfEachParent() {
    box.git("switch", "-q", "-c", "side");
    commit(TODO, "side\n", "on the side");
    box.git("switch", "-q", "main");
    commit(BACKLOG, "main\n", "on main");
    box.git("merge", "-q", "--no-edit", "side");
    Step merge = steps(box.root(), Order.CHILDREN_FIRST, BACKLOG, TODO).get(0);
    assertEquals(2, merge.revision().parents().size());
    assertEquals(merge.blobs().get(0), merge.before().get(0).get(0));
    assertEquals(merge.blobs().get(1), merge.before().get(1).get(1));
  }

  @Test
  void childComesBeforeItsParentEvenIfItsClockWasWrong() {
    setDate("2026-02-05T09:30:00+01:00");
    box.git("switch", "-q", "-c", "side");
    commit(TODO, "side\n", "on the side");
    setDate("2020-01-01T00:00:00Z");
    commit(TODO, "side, later\n", "on the side, later");
    box.git("switch", "-q", "main");
    setDate("2026-02-06T09:30:00+01:00");
    box.git("merge", "-q", "--no-ff", "--no-edit", "side");
    assertEquals(
        List.of("Merge branch 'side'", "on the side, later", "on the side", "begin"),
        subjects(Order.CHILDREN_FIRST, TODO));
  }

  @Test
  void sinceLeavesOlderCommitsOut() {
    for (int day = 5; day <= 9; day++) {
      setDate("2026-02-0" + day + "T12:00:00Z");
      commit(TODO, "day " + day + "\n", "day " + day);
    }
    try (Repo repo = open();
        History history = history(repo, Order.BY_TIME, TODO)) {
      history.since(Instant.parse("2026-02-08T00:00:00Z"));
      assertEquals(
          List.of("day 9", "day 8"),
          all(history).stream().map(s -> s.revision().subject()).toList());
    }
  }

  @Test
  void historyOfAShallowCloneIsCutOff() throws IOException {
    commit(TODO, "one\n", "one");
    commit(TODO, "two\n", "two");
    Path clone = tmp.toRealPath().resolve("clone");
    box.git("clone", "-q", "--depth", "2", "file://" + box.root(), clone.toString());
    try (Repo repo = open(clone);
        History history = history(repo, Order.CHILDREN_FIRST, TODO)) {
      List<Step> steps = all(history);
      assertEquals(List.of("two", "one"), steps.stream().map(s -> s.revision().subject()).toList());
      assertEquals(List.of(), steps.get(1).before());
      assertTrue(steps.get(1).revision().cutOff());
      assertFalse(steps.get(0).revision().cutOff());
      assertTrue(history.isCutOff());
      assertTrue(repo.revision(steps.get(1).revision().id()).cutOff());
    }
  }

  @Test
  void missingObjectOfATreelessCloneIsReported() throws IOException {
    commit(TODO, "one\n", "one");
    box.git("config", "uploadpack.allowFilter", "true");
    Path clone = tmp.toRealPath().resolve("clone");
    String url = "file://" + box.root();
    box.git("clone", "-q", "--no-checkout", "--filter=tree:0", url, clone.toString());
    assertContains(
        "lacks the object",
        refused(REPOSITORY_STATE, () -> steps(clone, Order.BY_TIME, TODO)).message());
  }

  @Test
  void bareRepositoriesAndLinkedWorkTreesHaveTheSameHistory() throws IOException {
    commit(TODO, "one\n", "one");
    Path bare = tmp.toRealPath().resolve("bare.git");
    Path linked = tmp.toRealPath().resolve("linked");
    box.git("clone", "-q", "--bare", box.root().toString(), bare.toString());
    box.git("worktree", "add", "-q", "-b", "other", linked.toString());
    List<Step> steps = steps(box.root(), Order.BY_TIME, TODO);
    assertEquals(2, steps.size());
    assertEquals(steps, steps(bare, Order.BY_TIME, TODO));
    assertEquals(steps, steps(linked, Order.BY_TIME, TODO));
  }

  @Test
  void bytesAreThoseOfTheBlob() {
    try (Repo repo = open();
        History history = history(repo, Order.BY_TIME, TODO)) {
      Step step = history.next().orElseThrow();
      assertEquals("zero\n", new String(history.bytes(TODO, step.blobs().get(0)), ISO_8859_1));
      assertContains(
          "1".repeat(40),
          refused(REPOSITORY_STATE, () -> history.bytes(TODO, "1".repeat(40))).message());
    }
  }
}
