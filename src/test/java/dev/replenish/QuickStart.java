package dev.replenish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The class-data archive of the packaged program, made once beside its jar: tests start the program
 * hundreds of times, and each start without it takes twice the time.
 */
public final class QuickStart {
  private static final Path JAR = Path.of(System.getProperty("replenish.jar"));
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private QuickStart() {}

  /** The option for Java that reads the archive. */
  public static synchronized String option() {
    String name = "quick-start-" + System.getProperty("java.version") + ".jsa";
    Path archive = JAR.resolveSibling(name);
    try {
      if (!Files.exists(archive)
          || Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(JAR)) < 0) {
        make(archive);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "-XX:SharedArchiveFile=" + archive;
  }

  /** Makes the archive; another test process may do so at the same time. */
  private static void make(Path archive) throws IOException {
    Path made = archive.resolveSibling("quick-start-" + ProcessHandle.current().pid());
    List<String> command =
        command("-XX:ArchiveClassesAtExit=" + made, "dev.replenish.cli.TrainingRun");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectInput(Path.of("/dev/null").toFile());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes());
    if (!Files.exists(made)) {
      throw new IOException("no archive: " + output);
    }
    Files.move(made, archive, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The command that starts the packaged program. */
  public static List<String> program() {
    return command(option(), "dev.replenish.cli.Main");
  }

  private static List<String> command(String archive, String main) {
    return List.of(
        JAVA,
        "-Xshare:auto",
        archive,
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",
        "-Xlog:disable",
        "-Xlog:all=error:stderr",
        "-cp",
        JAR.toString(),
        main);
  }
}
