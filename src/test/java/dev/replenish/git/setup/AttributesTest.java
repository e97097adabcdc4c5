package dev.replenish.git.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.git.GitTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Attributes are those of {@code git check-attr}, for generated files of patterns. */
class AttributesTest extends GitTest {
  private static final List<String> PATHS =
      List.of("TODO.md", "a/TODO.md", "a/b/TODO.md", "a/b/c/x.txt", "b/BACKLOG.md", "ab/x y.md");

  private static final List<String> PIECES =
      List.of(
          "*", "**", "?", "/", "/", "a", "b", "c", "TODO.md", "*.md", "x", "[ab]", "[!a]", "\\a",
          "**/", "/**", "x y.md", "[a-c]", "B*", "*.*");

  private static final List<String> VALUES =
      List.of(
          "text",
          "-text",
          "!text",
          "text=auto",
          "eol=crlf",
          "eol=lf",
          "binary",
          "doc",
          "-doc",
          "filter=lfs",
          "text -text",
          "ident");

  @Test
  void patternsAreMatchedAsGitMatchesThem() throws IOException {
    Random random = new Random(42);
    for (int round = 0; round < 60; round++) {
      String root = "[attr]doc text eol=lf\n# comment\n" + lines(random);
      String inner = lines(random);
      box.write(".gitattributes", root).write("a/.gitattributes", inner);
      Files.createDirectories(box.root().resolve(".git/info"));
      box.write(".git/info/attributes", round % 3 == 0 ? lines(random) : "");
      for (String line : attributesByGit().split("\n")) {
        // path: attribute: value
        int value = line.lastIndexOf(": ");
        int name = line.lastIndexOf(": ", value - 1);
        String path = line.substring(0, name);
        String attribute = line.substring(name + 2, value);
        assertEquals(
            line.substring(value + 2),
            actual(path, attribute),
            () -> line + "\n--- root\n" + root + "--- a\n" + inner);
      }
    }
  }

  private static String lines(Random random) {
    StringBuilder lines = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      StringBuilder pattern = new StringBuilder();
      for (int j = random.nextInt(4); j >= 0; j--) {
        pattern.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      boolean quoted = pattern.indexOf(" ") >= 0 || random.nextInt(5) == 0;
      String text = pattern.toString().replace("\\", quoted ? "\\\\" : "\\");
      lines.append(quoted ? '"' + text + '"' : text).append(' ');
      lines.append(VALUES.get(random.nextInt(VALUES.size()))).append('\n');
    }
    return lines.toString();
  }

  private String attributesByGit() {
    List<String> args = new ArrayList<>(List.of("check-attr", "text", "eol", "filter", "ident"));
    args.add("--");
    args.addAll(PATHS);
    return box.git(args.toArray(new String[0]));
  }

  private String actual(String path, String name) {
    Layout layout = Layout.open(box.root(), box.env());
    Attributes found =
        Attributes.of(path, layout.attributes(box.root()), missing -> Optional.empty());
    if (found.isSet(name)) {
      return "set";
    }
    return found.isUnset(name) ? "unset" : found.value(name).orElse("unspecified");
  }
}
