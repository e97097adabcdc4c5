package dev.replenish.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Types the sessions of {@code README.md} into one shell, from top to bottom, and compares what it
 * answers. A line of three dots stands for any lines; ids of commits and plans do not count. {@code
 * -Dreplenish.examples=write} fills the answers in anew where they hold no dots.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ReadmeIT {
  private static final Path BASE = Path.of(System.getProperty("replenish.basedir"));
  private static final Path README = BASE.resolve("README.md");
  private static final boolean WRITE = "write".equals(System.getProperty("replenish.examples"));
  private static final String MARK = "@@@answered@@@";
  private static final Pattern ID = Pattern.compile("\\b[0-9a-f]{7,40}\\b");

  @TempDir Path tmp;

  /** A command and the lines that are shown as its answer; {@code line} is where it stands. */
  private record Typed(int line, String command, List<String> answer) {}

  @Test
  void sessionsGoAsShown() throws Exception {
    List<Typed> session = session();
    List<List<String>> answers = answers(session);
    if (WRITE) {
      write(session, answers);
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

  private static List<Typed> session() throws IOException {
    List<Typed> session = new ArrayList<>();
    boolean inside = false;
    int number = 0;
    for (String line : Files.readAllLines(README, UTF_8)) {
      if (line.startsWith("```")) {
        inside = line.equals("```console");
      } else if (inside && line.startsWith("$ ")) {
        session.add(new Typed(number, line.substring(2), new ArrayList<>()));
      } else if (inside) {
        session.get(session.size() - 1).answer().add(line);
      }
      number++;
    }
    assertTrue(session.size() > 10, session::toString);
    return session;
  }

  private List<List<String>> answers(List<Typed> session) throws Exception {
    Path copy = Files.createDirectories(tmp.resolve("replenish/examples"));
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
    for (String line : shell(script.toString(), tmp.resolve("replenish")).split("\n", -1)) {
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

  private String shell(String script, Path dir) throws Exception {
    Path file = Files.writeString(tmp.resolve("session.sh"), script, UTF_8);
    ProcessBuilder shell = new ProcessBuilder("sh", file.toString()).directory(dir.toFile());
    Map<String, String> env = new TreeMap<>();
    env.put("PATH", BASE.resolve("bin") + ":" + System.getenv("PATH"));
    env.put("JAVA_HOME", System.getProperty("java.home"));
    env.put("REPLENISH_JAR", System.getProperty("replenish.jar"));
    env.put("HOME", Files.createDirectories(tmp.resolve("home")).toString());
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
    Path out = tmp.resolve("session.out");
    shell.redirectErrorStream(true).redirectOutput(out.toFile());
    Process process = shell.start();
    process.getOutputStream().close();
    process.waitFor();
    return Files.readString(out, UTF_8);
  }

  private static void write(List<Typed> session, List<List<String>> answers) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(README, UTF_8));
    for (int i = session.size() - 1; i >= 0; i--) {
      Typed typed = session.get(i);
      boolean dots = typed.answer().stream().anyMatch(line -> line.strip().equals("..."));
      if (!dots) {
        int from = typed.line() + 1;
        lines.subList(from, from + typed.answer().size()).clear();
        lines.addAll(from, answers.get(i));
      }
    }
    Files.writeString(README, String.join("\n", lines) + "\n", UTF_8);
  }
}
