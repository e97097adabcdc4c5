package dev.replenish.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.QuickStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the sessions of each document for users in one shell, from top to bottom, and compares the
 * output. The shell starts in a copy of the checkout's examples. A line of three dots stands for
 * any lines; ids of commits and plans are ignored. {@code -Dreplenish.examples=write} rewrites the
 * outputs that have no dots.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class SessionsIT {
  private static final Path BASE = Path.of(System.getProperty("replenish.basedir"));
  private static final boolean WRITE = "write".equals(System.getProperty("replenish.examples"));
  private static final String MARK = "@@@answered@@@";
  private static final Pattern ID = Pattern.compile("\\b[0-9a-f]{7,40}\\b");

  @TempDir Path tmp;

  /**
   * A command and its output as shown; {@code line} is the place of the command in the document.
   */
  private record Shown(int line, String command, List<String> output) {}

  @TestFactory
  Stream<DynamicTest> sessionsHaveTheShownOutput() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (Path document : Documents.forUsers()) {
      if (Files.readString(BASE.resolve(document), UTF_8).contains("\n```console\n")) {
        documents.add(document);
      }
    }
    assertTrue(documents.size() > 4, documents::toString);
    return documents.stream()
        .map(each -> DynamicTest.dynamicTest(each.toString(), () -> assertOutput(each)));
  }

  private void assertOutput(Path document) throws Exception {
    Path file = BASE.resolve(document);
    List<Shown> session = session(file);
    Path dir = tmp.resolve(document.getFileName());
    List<List<String>> outputs = outputs(session, dir);
    if (WRITE) {
      write(file, session, outputs);
      return;
    }
    StringBuilder expected = new StringBuilder();
    StringBuilder found = new StringBuilder();
    for (int i = 0; i < session.size(); i++) {
      Shown shown = session.get(i);
      boolean same = matches(shown.output(), outputs.get(i));
      String head = "$ " + shown.command() + "\n";
      expected.append(head).append(lines(shown.output()));
      found.append(head).append(lines(same ? shown.output() : outputs.get(i)));
    }
    assertEquals(expected.toString(), found.toString());
  }

  private static String lines(List<String> lines) {
    return lines.stream().map(line -> line + "\n").reduce("", String::concat);
  }

  private static boolean matches(List<String> shown, List<String> found) {
    if (shown.isEmpty()) {
      return found.isEmpty();
    }
    List<String> rest = shown.subList(1, shown.size());
    if (shown.get(0).strip().equals("...")) {
      return Stream.iterate(0, i -> i <= found.size(), i -> i + 1)
          .anyMatch(i -> matches(rest, found.subList(i, found.size())));
    }
    return !found.isEmpty()
        && plain(shown.get(0)).equals(plain(found.get(0)))
        && matches(rest, found.subList(1, found.size()));
  }

  private static String plain(String line) {
    return ID.matcher(line.stripTrailing()).replaceAll("ID");
  }

  private static List<Shown> session(Path document) throws IOException {
    List<Shown> session = new ArrayList<>();
    boolean inside = false;
    int number = 0;
    for (String line : Files.readAllLines(document, UTF_8)) {
      if (line.startsWith("```")) {
        inside = line.equals("```console");
      } else if (inside && line.startsWith("$ ")) {
        session.add(new Shown(number, line.substring(2), new ArrayList<>()));
      } else if (inside) {
        session.get(session.size() - 1).output().add(line);
      }
      number++;
    }
    assertTrue(session.size() > 1, session::toString);
    return session;
  }

  private static List<List<String>> outputs(List<Shown> session, Path dir) throws Exception {
    Path copy = Files.createDirectories(dir.resolve("replenish/examples"));
    for (Map.Entry<String, byte[]> file : Scratch.files(BASE.resolve("examples")).entrySet()) {
      Path path = copy.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    StringBuilder script = new StringBuilder();
    for (Shown shown : session) {
      script.append("{ ").append(shown.command()).append("\n} 2>&1; code=$?\n");
      script.append("printf '%s\\n' '").append(MARK).append("'; (exit $code)\n");
    }
    List<List<String>> outputs = new ArrayList<>();
    List<String> output = new ArrayList<>();
    for (String line : shell(script.toString(), dir).split("\n", -1)) {
      if (line.equals(MARK)) {
        outputs.add(output);
        output = new ArrayList<>();
      } else {
        output.add(line);
      }
    }
    assertEquals(session.size(), outputs.size(), () -> "the shell stopped: " + outputs);
    return outputs;
  }

  private static String shell(String script, Path dir) throws Exception {
    Path file = Files.writeString(dir.resolve("session.sh"), script, UTF_8);
    ProcessBuilder shell =
        new ProcessBuilder("sh", file.toString()).directory(dir.resolve("replenish").toFile());
    Map<String, String> env = new TreeMap<>();
    env.put("PATH", BASE.resolve("bin") + ":" + System.getenv("PATH"));
    env.put("JAVA_HOME", System.getProperty("java.home"));
    env.put("REPLENISH_JAR", System.getProperty("replenish.jar"));
    env.put("HOME", Files.createDirectories(dir.resolve("home")).toString());
    env.put("REPLENISH_JAVA_OPTS", QuickStart.option());
    env.put("REPLENISH_QUICK_START", "off"); // nothing runs in the background after the test
    env.put("GIT_CONFIG_NOSYSTEM", "1");
    env.put("GIT_CONFIG_COUNT", "1");
    env.put("GIT_CONFIG_KEY_0", "init.defaultBranch");
    env.put("GIT_CONFIG_VALUE_0", "main");
    env.put("GIT_AUTHOR_NAME", "Ana");
    env.put("GIT_AUTHOR_EMAIL", "ana@example.com");
    env.put("GIT_COMMITTER_NAME", "Ana");
    env.put("GIT_COMMITTER_EMAIL", "ana@example.com");
    env.put("GIT_AUTHOR_DATE", Scratch.DATE);
    env.put("GIT_COMMITTER_DATE", Scratch.DATE);
    env.put("LC_ALL", "C.UTF-8");
    shell.environment().clear();
    shell.environment().putAll(env);
    Path out = dir.resolve("session.out");
    shell.redirectErrorStream(true).redirectOutput(out.toFile());
    Process process = shell.start();
    process.getOutputStream().close();
    process.waitFor();
    return Files.readString(out, UTF_8);
  }

  private static void write(Path document, List<Shown> session, List<List<String>> outputs)
      throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(document, UTF_8));
    for (int i = session.size() - 1; i >= 0; i--) {
      Shown shown = session.get(i);
      boolean dots = shown.output().stream().anyMatch(line -> line.strip().equals("..."));
      if (!dots) {
        int from = shown.line() + 1;
        lines.subList(from, from + shown.output().size()).clear();
        lines.addAll(from, outputs.get(i));
      }
    }
    Files.writeString(document, String.join("\n", lines) + "\n", UTF_8);
  }
}
