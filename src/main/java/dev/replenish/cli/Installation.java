package dev.replenish.cli;

import dev.replenish.report.TerminalText;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How this program was installed.
 *
 * @param kind the kind of installation, such as {@code npm package}
 * @param place the folder of the installation, or the jar
 * @param java the version of Java and where it is
 */
record Installation(String kind, String place, String java) {
  /** Set by the wrapper that a package manager puts around the launcher. */
  static final String VARIABLE = "REPLENISH_INSTALLATION";

  /** The installation that is running. */
  static Installation here(Map<String, String> vars) {
    Path home = Path.of(System.getProperty("java.home"));
    String java = System.getProperty("java.version") + ", " + home;
    if (Main.class.getModule().isNamed()) {
      String place = String.valueOf(home.resolve("../..").normalize());
      return new Installation(packaged(vars.getOrDefault(VARIABLE, ""), place), place, java);
    }
    Path program = program();
    return new Installation(unpackaged(program), String.valueOf(program), java);
  }

  /** The kind of an installation that uses the Java of the system. */
  static String unpackaged(@Nullable Path program) {
    Path folder = program == null ? null : program.getParent();
    boolean checkout =
        folder != null
            && folder.endsWith("target")
            && Files.exists(folder.resolveSibling("pom.xml"));
    return checkout ? "checkout" : "jar";
  }

  /** The kind of an installation with its own Java. */
  static String packaged(String manager, String place) {
    return switch (manager) {
      case "npm" -> "npm package";
      case "homebrew" -> "Homebrew formula";
      case "container" -> "container image";
      default -> place.replace('\\', '/').contains("/scoop/apps/") ? "Scoop package" : "archive";
    };
  }

  private static @Nullable Path program() {
    CodeSource source = Main.class.getProtectionDomain().getCodeSource();
    try {
      return source == null ? null : Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** The installation in three lines of text. */
  String text() {
    return "installation: "
        + kind
        + "\nplace: "
        + TerminalText.line(place)
        + "\njava: "
        + TerminalText.line(java)
        + "\n";
  }
}
