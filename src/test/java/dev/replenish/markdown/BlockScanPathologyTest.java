package dev.replenish.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.core.CpuTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Adversarial input takes no longer than other input of its size. */
@Tag("long")
class BlockScanPathologyTest {
  private static final int MEGABYTE = 1 << 20;
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** A document of {@code head}, {@code body} repeated to fill the size, and {@code tail}. */
  private static byte[] document(String head, String body, String tail, int size) {
    byte[] bytes = new byte[size];
    byte[] repeated = unescaped(body);
    for (int i = 0; i < size; i++) {
      bytes[i] = repeated[i % repeated.length];
    }
    byte[] first = unescaped(head);
    System.arraycopy(first, 0, bytes, 0, first.length);
    byte[] last = unescaped(tail);
    System.arraycopy(last, 0, bytes, size - last.length, last.length);
    return bytes;
  }

  private static byte[] unescaped(String text) {
    return text.replace("\\n", "\n")
        .replace("\\r", "\r")
        .replace("\\t", "\t")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void scan(byte[] bytes) {
    CpuTime.within(
        LIMIT,
        () -> {
          BlockScan scan = new BlockScan(bytes, 0, bytes.length);
          while (scan.next()) {
            if (scan.kind() == BlockScan.Kind.HEADING) {
              scan.headingEnd();
            }
          }
          assertEquals(bytes.length, scan.nextLine());
          return scan;
        });
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "- ",
        "-\t",
        "1. ",
        "* - ",
        "- - - * * * ",
        "> ",
        ">",
        "> - ",
        "- > ",
        "-  ",
        "-      ",
        "> 1) ",
        "`",
        "``` ",
        "~",
        "[",
        "[a](",
        "[a]: ",
        "[\\",
        "]",
        "(",
        "[a]: /u (",
        "![[]()",
        "<",
        "<a ",
        "<a b=c ",
        "<a b='",
        "<a b=\"\" ",
        "</",
        "</a ",
        "<!--",
        "<!-- ",
        "<!",
        "<?",
        "<pre>",
        "<![CDATA[",
        "-->",
        "#",
        "# ",
        "## ",
        "=",
        "_ ",
        "*",
        "-",
        " ",
        "\t",
        " \t",
        "a",
        "é",
        "9",
      })
  void repeatedTextOnOneLineIsFast(String body) {
    scan(document("", body, "x", MEGABYTE));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "\\n",
        "\\r",
        "a\\n",
        "- a\\n",
        "-\\n",
        "> a\\n",
        "> a\\nb\\n",
        "<!--\\n",
        "<!-- -->\\n",
        "<pre>\\n",
        "</\\n",
        "[\\n",
        "[a\\n",
        "[a]:\\n",
        "[a]: u\\n",
        "[a]: u '\\n",
        "```\\n",
        "``` `\\n",
        "~~~\\n\\n",
        "===\\n",
        "---\\n",
        "    a\\n",
        "<a b='\\n",
        "<div>\\n",
        "<a>\\n\\n",
        "# a #\\n",
        "- - -x\\n",
        "1.\\n",
        "- a\\n\\n",
        "> - a\\n>\\n",
        "\\t\\n",
      })
  void repeatedLinesAreFast(String body) {
    scan(document("", body, "x", MEGABYTE));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'- ', '\\n'",
    "'- ', '\\n\\nx\\n'",
    "'- ', 'x\\n'",
    "'- ', '  x\\n'",
    "'> ', 'x\\n'",
    "'> ', '>\\n'",
    "'> ', '\\n'",
    "'- > ', '\\n'",
    "'- > ', '  >\\n'",
    "'- > ', 'x\\n'",
    "'1. ', '\\n'",
  })
  void linesInTenThousandContainersAreFast(String containers, String lines) {
    String head = containers.repeat(10_000) + "x\n";
    scan(document(head, lines, "x", 2 * MEGABYTE));
    scan(document("> " + head, "> " + lines, "x", 2 * MEGABYTE));
    scan(document("> " + head, ">" + lines, "x", 2 * MEGABYTE));
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {" ", "\\t", " \\t"})
  void deepIndentationInDeepListsIsFast(String space) {
    String lines = "- ".repeat(20_000) + "x\\n" + (space.repeat(10_000) + "y\\n").repeat(20);
    scan(document("", lines, "x", 2 * MEGABYTE));
  }

  @Test
  void megabytesOnOneLineAreFast() {
    scan(document("", "a", "", 25 * MEGABYTE));
    scan(document("", "- ", "x", 10 * MEGABYTE));
  }

  @Test
  void megabytesOfTasksAreFast() {
    scan(
        document(
            "", "## task_begin\\n### # [id:A] b\\n\\n- [ ] a\\n## task_end\\n", "", 15 * MEGABYTE));
  }

  @Test
  void millionsOfLinesAreFast() {
    scan(document("", "\\n", "", 15 * MEGABYTE));
  }

  @Test
  void randomBytesAreFast() {
    byte[] bytes = new byte[4 * MEGABYTE];
    new Random(1).nextBytes(bytes);
    scan(bytes);
  }

  @Test
  void randomMarkdownCharactersAreFast() {
    byte[] marks = unescaped("\\n\\n\\n#->*+=_`~<!/ab1.)[]: \\t'\"\\   ");
    byte[] bytes = new byte[4 * MEGABYTE];
    Random random = new Random(1);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = marks[random.nextInt(marks.length)];
    }
    scan(bytes);
  }
}
