package dev.replenish.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Link and footnote definitions are copied, not moved, with the task that refers to them. */
class DefinitionsTest {
  private static final String PAGE =
      """
      # House

      ## Kitchen

      - [ ] Read [the manual][Man] and mend the kettle[^k]
      - [ ] Sweep `[code][c]` and [there](b.md)
      - [ ] Ask [Ann]

      [man]: https://example.org/man "The
        manual"
      [c]: https://example.org/c
      [ann]: https://example.org/ann
      [^k]: The blue one, see [o].

          It is old.
      [o]: https://example.org/o
      [unused]: https://example.org/u

      ```
      [fence]: no
      ```
      """;

  private static final String NEEDED =
      """

      [man]: https://example.org/man "The
        manual"
      [^k]: The blue one, see [o].

          It is old.

      [o]: https://example.org/o
      """;

  @TempDir Path tmp;

  private static String todo(Shell shell) {
    return shell.git().read("TODO.md");
  }

  @Test
  void definitionsOfLinksAndFootnotesAreCopied() {
    Shell shell = Shell.withBacklog(tmp, PAGE);
    shell.ok("run", "--max", "1");
    String task = "- [ ] Read [the manual][Man] and mend the kettle[^k]\n";
    assertTrue(todo(shell).endsWith("## Kitchen\n\n" + task + NEEDED), todo(shell));
    assertTrue(shell.git().read("BACKLOG.md").contains(NEEDED.substring(1, 40)));
  }

  @Test
  void eachDefinitionIsCopiedOnceAndStaysAtTheEnd() {
    Shell shell = Shell.withBacklog(tmp, PAGE);
    shell.ok("run", "--max", "1");
    shell.ok("run", "--max", "2");
    String ann = "[ann]: https://example.org/ann\n";
    assertTrue(todo(shell).endsWith("- [ ] Ask [Ann]\n" + NEEDED + ann), todo(shell));
    assertEquals(1, todo(shell).split("\\[man]: ", -1).length - 1);
  }

  @Test
  void nothingIsCopiedForATaskWithoutReferences() {
    Shell shell = Shell.withBacklog(tmp, "- [ ] Sweep", "- [x] [b]", "", "[b]: b.md");
    shell.ok("run");
    assertTrue(todo(shell).endsWith("- [ ] Sweep\n"), todo(shell));
  }

  @Test
  void definitionsBelowTheLastTaskAreNotPartOfIt() {
    String one = "### K-1 Mend the [kettle][m]\n\n**Priority:** high\n\nSee it.\n";
    String two = "### K-2 Fill the [kettle][m]\n\n**Priority:** low\n\nSlowly.\n";
    String ref = "[m]: https://example.org/m\n";
    Shell shell =
        Shell.withBacklog(tmp, "# House\n\n## Kitchen\n\n" + one + "\n" + two + "\n" + ref);
    shell.ok("run");
    assertTrue(todo(shell).endsWith(one + "\n" + ref), todo(shell));
    shell.ok("done", "K-1");
    shell.ok("run");
    assertTrue(todo(shell).contains(two), todo(shell));
    assertTrue(todo(shell).endsWith(two + "\n" + ref), todo(shell));
    assertTrue(shell.git().read("BACKLOG.md").endsWith("\n" + ref + "\n"));
  }

  @Test
  void labelThatTodoDefinesIsNotCopied() {
    Shell shell = Shell.withBacklog(tmp, "# A", "", "- [ ] See [b]", "", "[b]: b.md");
    shell.git().write("TODO.md", "# TODO\n\n[B]: other.md\n").commitAll("todo");
    shell.ok("run");
    assertEquals(1, todo(shell).split("]: ", -1).length - 1);
  }
}
