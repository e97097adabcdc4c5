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

/** Work files have the line endings of a checkout, so that git status is clean. */
class LineEndingsTest extends GitTest {

  /** Attributes of files; each value gets a folder of its own. */
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
          // From here on Git treats the file as text, whatever it contains.
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
        CommitSession session = repo.begin(Optional.empty())) {
      session.requireClean(changes.stream().map(Change::path).toList());
      session.commit(changes, MESSAGE, author());
    }
  }

  private void assertAsGitChecksThemOut(int count) throws IOException {
    List<String> written = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      written.add(ATTRIBUTES.get(i) + ": " + box.read(todo(i)));
    }
    checkOutAgain(count);
    for (int i = 0; i < count; i++) {
      assertEquals(ATTRIBUTES.get(i) + ": " + box.read(todo(i)), written.get(i));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "core.autocrlf=true", "core.autocrlf=input", "core.eol=crlf", "core.eol=lf"})
  void workFilesAreWrittenAsGitChecksThemOut(String config) throws IOException {
    prepareBoards(ATTRIBUTES.size(), "zero\n", config);
    commitBoards(ATTRIBUTES.size(), "zero\none\n");
    assertEquals("", box.git("status", "--porcelain"));
    assertEquals("zero\none\n", box.git("cat-file", "blob", "HEAD:" + todo(0)));
    assertAsGitChecksThemOut(ATTRIBUTES.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "core.autocrlf=true", "core.autocrlf=input", "core.eol=crlf", "core.eol=lf"})
  void committedCrLfIsKept(String config) throws IOException {
    prepareBoards(FIRST_FORCED, "zero\r\n", config);
    commitBoards(FIRST_FORCED, "zero\r\none\r\n");
    assertEquals("", box.git("status", "--porcelain"));
    assertEquals("zero\r\none\r\n", box.git("cat-file", "blob", "HEAD:" + todo(0)));
    assertAsGitChecksThemOut(FIRST_FORCED);
  }

  @Test
  void committedCrLfInForcedTextIsAccepted() throws IOException {
    // Git itself reports such files as modified only sometimes.
    prepareBoards(ATTRIBUTES.size(), "zero\r\n", "");
    commitBoards(ATTRIBUTES.size(), "zero\r\none\r\n");
    assertEquals("zero\r\none\r\n", box.git("cat-file", "blob", "HEAD:" + todo(FIRST_FORCED)));
    assertAsGitChecksThemOut(ATTRIBUTES.size());
  }

  @Test
  void attributesOfFoldersAndOfTheInfoFolderAreFollowed() throws IOException {
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
        CommitSession session = repo.begin(Optional.empty())) {
      session.requireClean(List.of("boards/TODO.md"));
      session.commit(List.of(change("boards/TODO.md", text)), MESSAGE, author());
    }
  }

  @Test
  void binaryFileIsNotConvertedByAutocrlf() throws IOException {
    box.git("config", "core.autocrlf", "true");
    try (Repo repo = open();
        CommitSession session = repo.begin(Optional.empty())) {
      session.commit(List.of(change("NUL.md", "a\0b\nc\n")), MESSAGE, author());
    }
    assertEquals("a\0b\nc\n", box.read("NUL.md"));
    assertEquals("", box.git("status", "--porcelain"));
  }
}
