package dev.replenish.docs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FencedBlocksTest {
  private static final String PAGE =
      "# Tea\n\n````a example=1\none\n````\n\n````b\n````\nAfter é\n";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("page.md"), PAGE);
  }

  private static Map<String, String> read(Path file, List<String> lines) throws IOException {
    Map<String, String> blocks = new LinkedHashMap<>();
    FencedBlocks.read(
        file, (key, bytes) -> blocks.put(key, new String(bytes, ISO_8859_1)), lines::add);
    return blocks;
  }

  @Test
  void blocksAndTheLinesOutsideAreRead() throws IOException {
    List<String> lines = new ArrayList<>();
    assertEquals(Map.of("a example=1", "one\n", "b", ""), read(file, lines));
    assertEquals(List.of("# Tea", "", "", "After é"), lines);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "plain \\ text\t\n",
        "no line end",
        "no line end \\",
        "CR LF\r\nLF\nCR\r\n",
        "\uFEFFa byte order mark, and \uFEFF one inside\n",
        "NUL \0, bell \7, escape \33[1m, delete \177, next line \u0085, separator \u2028\n",
        "````b\nnone\n````\n  ````\n",
        "\\r and \\357 and \\s\r\n",
        "日本語 ☕\n"
      })
  void everyByteIsPreserved(String text) throws IOException {
    FencedBlocks.write(file, "b", text.getBytes(UTF_8));
    FencedBlocks.write(file, "c", text.getBytes(UTF_8));
    String bytes = new String(text.getBytes(UTF_8), ISO_8859_1);
    List<String> lines = new ArrayList<>();
    assertEquals(Map.of("a example=1", "one\n", "b", bytes, "c", bytes), read(file, lines));
    assertEquals(List.of("# Tea", "", "", "After é", ""), lines);
    FencedBlocks.write(file, "b", new byte[0]);
    FencedBlocks.remove(file, "c");
    assertEquals(PAGE, Files.readString(file));
  }

  @Test
  void invalidUtf8IsRefused() {
    byte[] bytes = "caf\u00E9\n".getBytes(ISO_8859_1);
    assertThrows(AssertionError.class, () -> FencedBlocks.write(file, "b", bytes));
  }

  @Test
  void blockWithoutAnEndIsRefused() throws IOException {
    Files.writeString(file, "````c\n", UTF_8);
    assertThrows(AssertionError.class, () -> read(file, new ArrayList<>()));
  }
}
