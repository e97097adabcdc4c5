package dev.replenish.app.board;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.replenish.board.Document;
import dev.replenish.git.objects.Blob;
import dev.replenish.git.objects.Tree;
import dev.replenish.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A process that reads a board again reads only the changed files. */
class BoardReaderTest {

  /** A tree in memory that records what is read. */
  private static final class RecordingTree implements Tree {
    private final Map<String, Blob> files = new TreeMap<>();
    private final List<String> read = new ArrayList<>();
    private boolean knowsIds = true;

    void put(String path, String id, String text) {
      files.put(path, new Blob(path, id, text.getBytes(UTF_8)));
    }

    @Override
    public Optional<Blob> read(String path) {
      read.add(path);
      return Optional.ofNullable(files.get(path));
    }

    @Override
    public Optional<String> blob(String path) {
      return knowsIds ? Optional.ofNullable(files.get(path)).map(Blob::id) : Optional.empty();
    }

    @Override
    public List<String> folders(String dir) {
      return List.of();
    }
  }

  private static final Settings SETTINGS = new Settings(Map.of(), Map.of(), List.of(), List.of());

  private final RecordingTree tree = new RecordingTree();

  private Document backlog() {
    tree.read.clear();
    return BoardReader.of(SETTINGS).read(tree, "reader").backlog();
  }

  private static String task(String id) {
    return "## group_begin [type:dev][priority:high]\n\n## task_begin\n\n### # [id:"
        + id
        + "] Boil\n\n## task_end\n\n## group_end\n";
  }

  @Test
  void knownBlobIsNotReadAgain() {
    tree.put("reader/BACKLOG.md", "b1", task("A-1"));
    tree.put("reader/TODO.md", "t1", "# TODO\n");
    Document first = backlog();
    assertSame(first, backlog());
    assertEquals(
        List.of("reader/ARCHIVE.md", "reader/TASK_INDEX.md", "reader/README.md"), tree.read);
  }

  @Test
  void changedBlobIsReadAgain() {
    tree.put("reader/BACKLOG.md", "b2", task("A-1"));
    Document first = backlog();
    tree.put("reader/BACKLOG.md", "b3", task("A-2"));
    Document second = backlog();
    assertNotSame(first, second);
    assertEquals("A-2", second.tasks().get(0).name());
  }

  @Test
  void workTreeFileIsReadEachTime() {
    tree.knowsIds = false;
    tree.put("reader/BACKLOG.md", "b4", task("A-1"));
    backlog();
    tree.put("reader/BACKLOG.md", "b4", task("A-2"));
    assertEquals("A-2", backlog().tasks().get(0).name());
  }
}
