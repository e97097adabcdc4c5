package dev.replenish.git.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.git.GitSandbox;
import dev.replenish.git.GitTest;
import dev.replenish.git.Repo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches for ids in every version of every board. */
class HistorySearchTest extends GitTest {
  private final List<Integer> progress = new ArrayList<>();

  private SearchResult beginning(Path folder, String prefix) {
    try (Repo repo = open(folder)) {
      return repo.search(BOARD, progress::add).beginning(prefix);
    }
  }

  private Set<String> beginning(String prefix) {
    return beginning(box.root(), prefix).words();
  }

  private boolean has(String word) {
    try (Repo repo = open()) {
      return repo.search(BOARD, progress::add).word(word).words().contains(word);
    }
  }

  @Test
  void idsOfDeletedAndMovedBoardsAreFound() {
    box.write("team/tasks/BACKLOG.md", "[id:T-1] x\n[id:T-2-A] y\n").commitAll("a board");
    box.git("mv", "team", "crew");
    box.write("crew/tasks/BACKLOG.md", "[id:T-3] x\n").commitAll("moved");
    box.git("rm", "-q", "-r", "crew");
    box.git("commit", "-q", "-m", "gone");
    assertEquals(Set.of("T-1", "T-2-A", "T-3"), beginning("T-"));
    assertTrue(has("T-2-A"));
    assertFalse(has("T-2"));
    assertFalse(has("T-4"));
  }

  @Test
  void otherFilesAreNotSearched() {
    box.write("NOTES.md", "T-1\n").write("BACKLOG.md.orig", "T-2\n").write("OLD_TODO.md", "T-3\n");
    box.commitAll("others");
    assertEquals(Set.of(), beginning("T-"));
  }

  @Test
  void localAndRemoteBranchesAreSearchedButNotTags() {
    box.git("switch", "-q", "-c", "side");
    box.write(TODO, "T-1\n").commitAll("on the side");
    box.git("switch", "-q", "--detach", "main");
    String remote = box.write(TODO, "T-2\n").commitAll("on a remote");
    box.git("update-ref", "refs/remotes/origin/x", remote);
    box.git("switch", "-q", "--detach", "main");
    box.write(TODO, "T-3\n").commitAll("tagged");
    box.git("tag", "v1");
    box.git("switch", "-q", "--detach", "main");
    box.write(TODO, "T-4\n").commitAll("on no branch but checked out");
    assertEquals(Set.of("T-1", "T-2", "T-4"), beginning("T-"));
  }

  @Test
  void idDroppedByAMergeIsFound() {
    box.git("switch", "-q", "-c", "side");
    box.write(TODO, "T-1\n").commitAll("on the side");
    box.git("switch", "-q", "main");
    box.write("src/other.txt", "x\n").commitAll("on main");
    box.git("merge", "-q", "-s", "ours", "--no-edit", "side");
    box.git("branch", "-q", "-D", "side");
    assertEquals(Set.of("T-1"), beginning("T-"));
  }

  @Test
  void searchForOneWordStopsWhereItIsFound() {
    box.write(TODO, "T-1\n").commitAll("one");
    progress.clear();
    assertTrue(has("T-1"));
    assertEquals(List.of(1), progress);
    progress.clear();
    assertFalse(has("T-2"));
    assertEquals(List.of(1, 2), progress);
  }

  @Test
  void searchOfAShallowOrPartialCloneIsIncomplete() throws IOException {
    box.write(TODO, "T-1\n").commitAll("one");
    box.write(TODO, "T-2\n").commitAll("two");
    box.git("config", "uploadpack.allowFilter", "true");
    Path shallow = tmp.toRealPath().resolve("shallow");
    box.git("clone", "-q", "--depth", "1", "file://" + box.root(), shallow.toString());
    assertEquals(new SearchResult(Set.of("T-2"), false), beginning(shallow, "T-"));
    for (String filter : List.of("blob:none", "tree:0")) {
      Path partial = tmp.toRealPath().resolve(filter.replace(':', '-'));
      String url = "file://" + box.root();
      box.git("clone", "-q", "--filter=" + filter, url, partial.toString());
      assertEquals(new SearchResult(Set.of("T-2"), false), beginning(partial, "T-"), filter);
    }
    assertEquals(new SearchResult(Set.of("T-1", "T-2"), true), beginning(box.root(), "T-"));
  }

  @Test
  void repositoryWithoutCommitsHasNoIds() throws IOException {
    GitSandbox empty = GitSandbox.create(tmp, "empty");
    assertEquals(new SearchResult(Set.of(), true), beginning(empty.root(), "T-"));
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    box.write("T-1", "x");
    Files.createDirectories(box.root().resolve("a"));
    Files.createSymbolicLink(box.root().resolve("a/BACKLOG.md"), Path.of("../T-1"));
    box.commitAll("a link whose content would be found");
    assertEquals(Set.of(), beginning("T-"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "[id:T-1],T-1",
        "T-1,T-1",
        "moved T-1. Then,T-1",
        "T-1/a,T-1/a",
        "a/T-1,T-1",
        "|T-1|,T-1",
        "T-1.5#a.,T-1.5#a",
        "XT-1,",
        "x_T-1,",
        "éT-1,",
        "T-é,T-é",
        "t-1,",
        "T,",
        "T-,T-"
      })
  void wordEndsBeforeTheFirstOtherCharacter(String text, String word) {
    WordSearch search = new WordSearch("T-", false);
    search.search(text.getBytes(StandardCharsets.UTF_8));
    assertEquals(word == null ? Set.of() : Set.of(word), search.found());
  }

  @ParameterizedTest
  @CsvSource({
    "[id:tea(7)],true",
    "[id:tea(7)x],false",
    "tea(7) tea(7)-a,true",
    "tea(7).a,false",
    "tea(7,false"
  })
  void wholeWordIsComparedLiterally(String text, boolean there) {
    WordSearch search = new WordSearch("tea(7)", true);
    search.search(text.getBytes(StandardCharsets.UTF_8));
    assertEquals(there ? Set.of("tea(7)") : Set.of(), search.found());
  }

  @Test
  void overlongWordIsCutOff() {
    WordSearch search = new WordSearch("T-", false);
    search.search("T-1".repeat(5000).getBytes(StandardCharsets.UTF_8));
    assertEquals(800, search.found().iterator().next().length());
  }
}
