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
 * Types the sessions of each document for users into one shell, from top to bottom, and compares
 * what it answers. The shell begins in a copy of the checkout's examples. A line of three dots
 * stands for any lines; ids of commits and plans do not count. {@code -Dreplenish.examples=write}
 * fills the answers in anew where they hold no dots.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class SessionsIT {
  private static final Path BASE = Path.of(System.getProperty("replenish.basedir"));
  private static final boolean WRITE = "write".equals(System.getProperty("replenish.examples"));
  private static final String MARK = "@@@answered@@@";
  private static final Pattern ID = Pattern.compile("\\b[0-9a-f]{7,40}\\b");

  @TempDir Path tmp;

  /** A command and the lines that are shown as its answer; {@code line} is where it stands. */
  private record Typed(int line, String command, List<String> answer) {}

  @TestFactory
  Stream<DynamicTest> sessionsGoAsShown() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (Path document : Documents.forUsers()) {
      if (Files.readString(BASE.resolve(document), UTF_8).contains("\n```console\n")) {
        documents.add(document);
      }
    }
    assertTrue(documents.size() > 4, documents::toString);
    return documents.stream()
        .map(each -> DynamicTest.dynamicTest(each.toString(), () -> goesAsShown(each)));
  }

  private void goesAsShown(Path document) throws Exception {
    Path file = BASE.resolve(document);
    List<Typed> session = session(file);
    Path dir = tmp.resolve(document.getFileName());
    List<List<String>> answers = answers(session, dir);
    if (WRITE) {
      write(file, session, answers);
      return;
    }
    StringBuilder expected = new StringBuilder();
    StringBuilder found = new StringBuilder();
    for (int i = 0; i < session.size(); i++) {
      Typed typed = session.get(i);
      boolean same = matches(typed.answer(), answers.get(i));
      String head = "$ " + typed.command() + "\n";
      expected.append(head).append(lines(typed.answer()));
      found.append(head).append(lines(same ? typed.answer() : answers.get(i)));
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

  private static List<Typed> session(Path document) throws IOException {
    List<Typed> session = new ArrayList<>();
    boolean inside = false;
    int number = 0;
    for (String line : Files.readAllLines(document, UTF_8)) {
      if (line.startsWith("```")) {
        inside = line.equals("```console");
      } else if (inside && line.startsWith("$ ")) {
        session.add(new Typed(number, line.substring(2), new ArrayList<>()));
      } else if (inside) {
        session.get(session.size() - 1).answer().add(line);
      }
      number++;
    }
    assertTrue(session.size() > 1, session::toString);
    return session;
  }

  private static List<List<String>> answers(List<Typed> session, Path dir) throws Exception {
    Path copy = Files.createDirectories(dir.resolve("replenish/examples"));
    for (Map.Entry<String, byte[]> file : Scratch.files(BASE.resolve("examples")).entrySet()) {
      Path path = copy.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    StringBuilder script = new StringBuilder();
    for (Typed typed : session) {
      script.append("{ ").append(typed.command()).append("\n} 2>&1; code=$?\n");
      script.append("printf '%s\\n' '").append(MARK).append("'; (exit $code)\n");
    }
    List<List<String>> answers = new ArrayList<>();
    List<String> answer = new ArrayList<>();
    for (String line : shell(script.toString(), dir).split("\n", -1)) {
      if (line.equals(MARK)) {
        answers.add(answer);
        answer = new ArrayList<>();
      } else {
        answer.add(line);
      }
    }
    assertEquals(session.size(), answers.size(), () -> "the shell stopped: " + answers);
    return answers;
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
    env.put("REPLENISH_QUICK_START", "off"); // nothing goes on in the background after the test
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

  private static void write(Path document, List<Typed> session, List<List<String>> answers)
      throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(document, UTF_8));
    for (int i = session.size() - 1; i >= 0; i--) {
      Typed typed = session.get(i);
      boolean dots = typed.answer().stream().anyMatch(line -> line.strip().equals("..."));
      if (!dots) {
        int from = typed.line() + 1;
        lines.subList(from, from + typed.answer().size()).clear();
        lines.addAll(from, answers.get(i));
      }
    }
    Files.writeString(document, String.join("\n", lines) + "\n", UTF_8);
  }
}
