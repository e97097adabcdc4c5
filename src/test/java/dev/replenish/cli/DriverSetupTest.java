package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.replenish.app.merge.DriverSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installation of the merge driver, and its removal without a trace. */
class DriverSetupTest {
  private static final String CONFIG = ".git/config";
  private static final String ATTRIBUTES = ".gitattributes";

  @TempDir Path tmp;

  private Shell shell;

  @BeforeEach
  void board() {
    shell = Shell.withBacklog(tmp, group("dev", "high", ready("A-1", "Boil")));
  }

  @Test
  void installWritesOnceAndUninstallRemovesExactlyThat() {
    String odd =
        "\n# a comment\n[merge \"ours\"]\n\tdriver = true ; kept\n[alias]\n\tx = !echo \\\n a";
    String config = shell.git().read(CONFIG) + odd;
    shell.git().write(CONFIG, config).write(ATTRIBUTES, "*.png binary\n/x merge=union");
    JsonNode first = shell.json(0, "merge-driver", "--install", "--attributes");
    assertEquals("installed", first.path("outcome").asText());
    assertEquals(DriverSetup.COMMAND, shell.git().git("config", "merge.replenish.driver").strip());
    assertEquals("true", shell.git().git("config", "merge.ours.driver").strip());
    String attributes = shell.git().read(ATTRIBUTES);
    assertTrue(
        attributes.startsWith("*.png binary\n/x merge=union\n/BACKLOG.md merge=replenish\n"),
        attributes);
    JsonNode again = shell.json(0, "merge-driver", "--install", "--attributes");
    assertEquals("noop", again.path("outcome").asText());
    assertEquals(attributes, shell.git().read(ATTRIBUTES));
    assertEquals("removed", shell.json(0, "merge-driver", "--uninstall").path("outcome").asText());
    assertEquals(config + "\n", shell.git().read(CONFIG));
    assertEquals("*.png binary\n/x merge=union\n", shell.git().read(ATTRIBUTES));
    assertEquals("noop", shell.json(0, "merge-driver", "--uninstall").path("outcome").asText());
  }

  @Test
  void installWithoutAttributesPrintsTheLines() {
    String output = shell.ok("merge-driver", "--install");
    assertEquals(
        """
        /BACKLOG.md merge=replenish
        /TODO.md merge=replenish
        /ARCHIVE.md merge=replenish
        /TASK_INDEX.md merge=replenish
        """,
        output);
    assertFalse(Files.exists(shell.root().resolve(ATTRIBUTES)));
  }

  @Test
  void linesForSeveralBoardsAreCounted() {
    for (String board : List.of("one", "two")) {
      shell.git().write(board + "/BACKLOG.md", group("dev", "high", ready("B-" + board, "Boil")));
    }
    shell.git().commitAll("plan");
    Shell.Result result = shell.run("merge-driver", "--install");
    assertEquals("", result.out());
    assertTrue(result.err().contains("12 lines for 3 boards"), result.err());
    assertEquals(12, shell.ok("merge-driver", "--install", "-v").lines().count());
    assertEquals(12, shell.json(0, "merge-driver", "--install").path("lines").size());
  }

  @Test
  void otherSettingsOfTheSectionAreKept() {
    shell.git().git("config", "merge.replenish.recursive", "binary");
    shell.git().git("config", "merge.replenish.driver", "false");
    shell.ok("merge-driver", "--install");
    assertEquals(DriverSetup.COMMAND, shell.git().git("config", "merge.replenish.driver").strip());
    shell.ok("merge-driver", "--uninstall");
    assertEquals("binary", shell.git().git("config", "merge.replenish.recursive").strip());
    assertEquals(1, shell.git().tryGit("config", "merge.replenish.driver").code());
  }

  @Test
  void lockedConfigurationIsNotChanged() {
    String config = shell.git().read(CONFIG);
    shell.git().write(CONFIG + ".lock", "");
    assertEquals(8, shell.run("merge-driver", "--install").code());
    assertEquals(config, shell.git().read(CONFIG));
    assertTrue(Files.exists(shell.root().resolve(CONFIG + ".lock")));
  }

  @Test
  void invalidArgumentsAreRefused() {
    assertEquals(2, shell.run("merge-driver").code());
    assertEquals(2, shell.run("merge-driver", "a", "b").code());
    assertEquals(2, shell.run("merge-driver", "--install", "--uninstall").code());
    assertEquals(7, shell.run("merge-driver", "a", "b", "c", "7", "TODO.md").code());
  }
}
