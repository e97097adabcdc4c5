package dev.replenish.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.app.CheckBoard;
import dev.replenish.board.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The board of this project is free of findings and broken names. */
class OwnBoardTest {
  private static final List<String> FILES =
      List.of("BACKLOG.md", "TODO.md", "ARCHIVE.md", "TASK_INDEX.md", ".replenish");

  @TempDir Path tmp;

  @Test
  void checkFindsNothing() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (String name : FILES) {
      if (Files.exists(Path.of(name))) {
        files.put(name, Files.readAllBytes(Path.of(name)));
      }
    }
    assertTrue(files.keySet().containsAll(List.of("BACKLOG.md", "TODO.md")), files::toString);
    CheckBoard.Result result =
        Scratch.of(tmp, files).check(CheckBoard.Request.CHECK_ONLY).get(0).result().orElseThrow();
    List<String> findings = new ArrayList<>();
    for (Finding finding : result.findings()) {
      findings.add(Scratch.line(finding));
    }
    assertEquals(List.of(), findings);
  }

  @Test
  void documentsNamedInTasksExist() throws IOException {
    List<String> missing = new ArrayList<>();
    for (String name : List.of("BACKLOG.md", "TODO.md")) {
      String text = Files.readString(Path.of(name)).replaceAll("(?s)<!--.*?-->", "");
      Matcher path = Pattern.compile("`((?:[\\w-]+/)+[\\w.-]+\\.md)`").matcher(text);
      while (path.find()) {
        if (!Files.exists(Path.of(path.group(1)))) {
          missing.add(name + ": " + path.group(1));
        }
      }
    }
    assertEquals(List.of(), missing);
  }
}
