package dev.replenish.git;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.git.objects.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work files end their lines as a checkout would, so that git status is clean. */
class LineEndingsTest extends GitTest {

  /** Each gets a folder of its own. */
  private static final List<String> ATTRIBUTES =
      List.of(
          "",
          "-text",
          "text=auto",
          "text=auto eol=crlf",
          "text=auto eol=lf",
          "binary",
          "-crlf",
          "!text",
          // From here on Git takes the file for text, whatever is in it.
          "text",
          "eol=crlf",
          "eol=lf",
          "text eol=crlf",
          "crlf",
          "crlf=input");

  private static final int FIRST_FORCED = ATTRIBUTES.indexOf("text");

  private static String todo(int attribute) {
    return "board" + attribute + "/TODO.md";
  }

  private void prepareBoards(int count, String text, String config) throws IOException {
    box.git("config", "core.autocrlf", "false");
    for (int i = 0; i < count; i++) {
      box.write(todo(i), text);
    }
    box.commitAll("boards");
    for (int i = 0; i < count; i++) {
      box.write("board" + i + "/.gitattributes", "*.md " + ATTRIBUTES.get(i) + "\n");
    }
    box.git("add", "*.gitattributes");
    box.git("commit", "-q", "-m", "attributes");
    box.git("config", "--unset", "core.autocrlf");
    if (!config.isEmpty()) {
      box.git("config", config.split("=")[0], config.split("=")[1]);
    }
    checkOutAgain(count);
  }

  private void checkOutAgain(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      Files.delete(box.root().resolve(todo(i)));
    }
    box.git("checkout", "-q", "--", ".");
  }

  private void commitBoards(int count, String text) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      changes.add(change(todo(i), text));
    }
    try (Repo repo = open();
        CommitSession writing = repo.begin(Optional.empty())) {
      writing.requireClean(changes.stream().map(Change::path).toList());
      writing.commit(changes, MESSAGE, author());
    }
  }

  private void assertAsGitChecksThemOut(int count) throws IOException {
    List<String> ours = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ours.add(ATTRIBUTES.get(i) + ": " + box.read(todo(i)));
    }
    checkOutAgain(count);
    for (int i = 0; i < count; i++) {
      assertEquals(ATTRIBUTES.get(i) + ": " + box.read(todo(i)), ours.get(i));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "core.autocrlf=true", "core.autocrlf=input", "core.eol=crlf", "core.eol=lf"})
  void workFilesAreAsGitChecksThemOut(String config) throws IOException {
    prepareBoards(ATTRIBUTES.size(), "zero\n", config);
    commitBoards(ATTRIBUTES.size(), "zero\none\n");
    assertEquals("", box.git("status", "--porcelain"));
    assertEquals("zero\none\n", box.git("cat-file", "blob", "HEAD:" + todo(0)));
    assertAsGitChecksThemOut(ATTRIBUTES.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "core.autocrlf=true", "core.autocrlf=input", "core.eol=crlf", "core.eol=lf"})
  void committedCrLfStays(String config) throws IOException {
    prepareBoards(FIRST_FORCED, "zero\r\n", config);
    commitBoards(FIRST_FORCED, "zero\r\none\r\n");
    assertEquals("", box.git("status", "--porcelain"));
    assertEquals("zero\r\none\r\n", box.git("cat-file", "blob", "HEAD:" + todo(0)));
    assertAsGitChecksThemOut(FIRST_FORCED);
  }

  @Test
  void committedCrLfInForcedTextIsNoReasonToRefuse() throws IOException {
    // Git itself now and then takes such files for modified, and now and then not.
    prepareBoards(ATTRIBUTES.size(), "zero\r\n", "");
    commitBoards(ATTRIBUTES.size(), "zero\r\none\r\n");
    assertEquals("zero\r\none\r\n", box.git("cat-file", "blob", "HEAD:" + todo(FIRST_FORCED)));
    assertAsGitChecksThemOut(ATTRIBUTES.size());
  }

  @Test
  void attributesOfFoldersAndTheUsersOwnAreFollowed() throws IOException {
    box.write("boards/.gitattributes", "/TODO.md text eol=crlf\n");
    box.write("boards/TODO.md", "zero\n").commitAll("board");
    Files.delete(box.root().resolve("boards/TODO.md"));
    box.git("checkout", "-q", "--", ".");
    commitBoard("zero\none\n");
    assertEquals("zero\r\none\r\n", box.read("boards/TODO.md"));
    box.write(".git/info/attributes", "[attr]doc text eol=lf\nboards/*.md doc\n");
    Files.delete(box.root().resolve("boards/TODO.md"));
    box.git("checkout", "-q", "--", ".");
    commitBoard("zero\none\ntwo\n");
    assertEquals("zero\none\ntwo\n", box.read("boards/TODO.md"));
    assertHealthy();
  }

  private void commitBoard(String text) {
    try (Repo repo = open();
        CommitSession writing = repo.begin(Optional.empty())) {
      writing.requireClean(List.of("boards/TODO.md"));
      writing.commit(List.of(change("boards/TODO.md", text)), MESSAGE, author());
    }
  }

  @Test
  void aBinaryLookingFileIsLeftAloneByAuto() throws IOException {
    box.git("config", "core.autocrlf", "true");
    try (Repo repo = open();
        CommitSession writing = repo.begin(Optional.empty())) {
      writing.commit(List.of(change("NUL.md", "a\0b\nc\n")), MESSAGE, author());
    }
    assertEquals("a\0b\nc\n", box.read("NUL.md"));
    assertEquals("", box.git("status", "--porcelain"));
  }
}
