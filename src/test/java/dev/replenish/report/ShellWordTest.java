package dev.replenish.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words quoted for a shell. */
class ShellWordTest {

  @Test
  void plainWordsAreNotQuoted() {
    assertEquals("agents/roles/x.y_z-1", ShellWord.quoted("agents/roles/x.y_z-1", false));
  }

  @Test
  void windowsUsesDoubleQuotes() {
    assertEquals("teams\\search-1", ShellWord.quoted("teams\\search-1", true));
    assertEquals("\"two words\"", ShellWord.quoted("two words", true));
    assertEquals("\"it's\"", ShellWord.quoted("it's", true));
    assertEquals("\"a \"\"b\"\"\"", ShellWord.quoted("a \"b\"", true));
    assertEquals("\"@a,b&c\"", ShellWord.quoted("@a,b&c", true));
    assertEquals("\"\"", ShellWord.quoted("", true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "it's", "$(id)", "`id`", "a;b", "*", "\"", "a\\b"})
  void shellReadsQuotedWordBack(String word) throws IOException, InterruptedException {
    String script = "printf %s " + ShellWord.quoted(word, false);
    Process shell = new ProcessBuilder("sh", "-c", script).start();
    String read = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, shell.waitFor());
    assertEquals(word, read);
  }
}
