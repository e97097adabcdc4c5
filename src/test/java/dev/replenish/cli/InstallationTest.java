package dev.replenish.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --version -v}: how the program was installed. */
class InstallationTest {
  @TempDir Path tmp;

  @Test
  void versionIsOneLine() {
    Shell shell = Shell.create(tmp);
    assertEquals(1, shell.ok("--version").lines().count());
  }

  @Test
  void verboseVersionNamesTheKindOfInstallation() {
    Shell shell = Shell.create(tmp);
    String java = System.getProperty("java.version") + ", " + System.getProperty("java.home");
    for (String order : new String[] {"-v --version", "--version -v"}) {
      String[] lines = shell.ok(order.split(" ")).split("\n");
      assertEquals(4, lines.length);
      assertTrue(lines[1].matches("installation: (jar|checkout)"), lines[1]);
      assertEquals("java: " + java, lines[3]);
    }
  }

  @Test
  void jarInTheTargetFolderOfItsSourcesIsACheckout() throws IOException {
    Path jar = Files.createDirectory(tmp.resolve("target")).resolve("replenish.jar");
    assertEquals("jar", Installation.unpackaged(jar));
    Files.writeString(tmp.resolve("pom.xml"), "<project/>");
    assertEquals("checkout", Installation.unpackaged(jar));
    assertEquals("jar", Installation.unpackaged(null));
  }

  @ParameterizedTest
  @CsvSource({
    "npm, npm package",
    "homebrew, Homebrew formula",
    "container, container image",
    "'', archive",
    "'\u001b[31m', archive"
  })
  void packageManagerDeterminesTheKind(String manager, String kind) {
    assertEquals(kind, Installation.packaged(manager, "/opt/replenish"));
  }

  @Test
  void scoopIsRecognizedByItsFolder() {
    String place = "C:\\Users\\ana\\scoop\\apps\\replenish\\current";
    assertEquals("Scoop package", Installation.packaged("", place));
  }

  @Test
  void escapeSequencesInThePathAreNotPrinted() {
    String text = new Installation("jar", "/tmp/\u001b[2Jx", "17").text();
    assertEquals(-1, text.indexOf('\u001b'));
  }
}
