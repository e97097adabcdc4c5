package dev.replenish.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.git.identity.AuthorOverride;
import dev.replenish.git.objects.Change;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Commits in a process of its own, which may have another umask or another user. */
final class OtherProcess {
  private OtherProcess() {}

  /**
   * Commits as often as asked.
   *
   * @param args a file's path, the message, how many commits, and the repositories
   */
  public static void main(String[] args) {
    for (String folder : List.of(args).subList(3, args.length)) {
      for (int i = 0; i < Integer.parseInt(args[2]); i++) {
        try (Repo repo = Repo.open(Path.of(folder), System.getenv());
            CommitSession session = repo.begin(Optional.empty())) {
          String text = args[1] + " " + i + "\n";
          AuthorOverride author =
              new AuthorOverride(
                  Optional.empty(), ZonedDateTime.parse("2026-02-04T09:30:00+01:00"), true);
          session.commit(List.of(new Change(args[0], text.getBytes(UTF_8))), args[1], author);
        }
      }
    }
  }

  /**
   * The command that starts {@link #main}, with its classes copied to where every user may read.
   */
  static List<String> java(Path readable) {
    List<Class<?>> needed =
        List.of(
            OtherProcess.class,
            Repo.class,
            org.eclipse.jgit.lib.Repository.class,
            org.slf4j.Logger.class,
            com.googlecode.javaewah.EWAHCompressedBitmap.class);
    List<String> places = new ArrayList<>();
    try {
      for (Class<?> each : needed) {
        URI from = each.getProtectionDomain().getCodeSource().getLocation().toURI();
        Path to = readable.resolve(places.size() + ".jar");
        copy(Path.of(from), to);
        places.add(to.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String path = String.join(File.pathSeparator, places);
    return List.of(java, "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp", path, "" + name());
  }

  private static String name() {
    return OtherProcess.class.getName();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        Path there = to.resolve(from.relativize(each).toString());
        Files.copy(each, from.equals(each) ? to : there);
      }
    }
  }

  /** Runs a shell script with these arguments; fails if the script fails. */
  static String sh(Path folder, Map<String, String> env, String script, List<String> arguments) {
    try {
      Path output = Files.createTempFile("said", "txt");
      List<String> command = new ArrayList<>(List.of("sh", "-e", "-c", script, "sh"));
      command.addAll(arguments);
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().clear();
      builder.environment().putAll(env);
      Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      process.getOutputStream().close();
      int code = process.waitFor();
      String text = new String(Files.readAllBytes(output), UTF_8);
      Files.delete(output);
      if (code != 0) {
        throw new AssertionError(script + ": " + code + "\n" + text);
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
