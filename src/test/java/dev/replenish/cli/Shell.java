package dev.replenish.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.replenish.cli.option.Env;
import dev.replenish.git.GitSandbox;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs commands in this process as if typed in a folder of a repository. */
public final class Shell {
  /** Stdin of commands that must not read it. */
  private static final InputStream UNREADABLE =
      new InputStream() {
        @Override
        public int read() {
          throw new AssertionError("stdin was read");
        }
      };

  private final GitSandbox git;
  private final Map<String, String> vars = new TreeMap<>();
  private Path dir;
  private boolean terminal;
  private int columns = 80;
  private InputStream in = UNREADABLE;

  private Shell(GitSandbox git) {
    this.git = git;
    this.dir = git.root();
  }

  /** The exit code and the output of a command. */
  public record Result(int code, String out, String err) {

    /** The text of both streams. */
    public String all() {
      return out + err;
    }
  }

  /** A repository without any commit. */
  static Shell withoutCommit(Path tmp) {
    return new Shell(GitSandbox.create(tmp));
  }

  /** A repository with nothing but one empty commit. */
  public static Shell create(Path tmp) {
    Shell shell = new Shell(GitSandbox.create(tmp));
    shell.git.commitAll("begin");
    return shell;
  }

  /** A repository whose root is a board with this backlog, committed. */
  public static Shell withBacklog(Path tmp, String... parts) {
    Shell shell = create(tmp);
    shell.git.write("BACKLOG.md", String.join("\n", parts) + "\n").commitAll("plan");
    return shell;
  }

  public static String group(String type, String priority, String... tasks) {
    String tags = "[type:" + type + "][priority:" + priority + "]";
    return "## group_begin " + tags + "\n\n" + String.join("", tasks) + "## group_end\n";
  }

  /** A task that can be moved. */
  public static String ready(String id, String title) {
    return task(id, "dev", "high", title, "");
  }

  /** A task without a plan. */
  public static String incomplete(String id, String title) {
    return ready(id, title).replace("**Plan:**\n1. Boil\n2. Pour\n3. Drink\n", "");
  }

  public static String task(String id, String type, String priority, String title, String more) {
    String tags = "[id:" + id + "][type:" + type + "][priority:" + priority + "]";
    return """
    ## task_begin
    ### # %s %s

    **Status:** todo
    **Estimated Effort:** 2 days
    **Plan:**
    1. Boil
    2. Pour
    3. Drink
    **Relevant Documentation:** docs/tea.md
    %s## task_end

    ---

    """
        .formatted(tags, title, more);
  }

  public GitSandbox git() {
    return git;
  }

  public Path root() {
    return git.root();
  }

  public Shell in(Path folder) {
    dir = folder;
    return this;
  }

  public Shell set(String variable, String value) {
    vars.put(variable, value);
    return this;
  }

  /** Sets the stdin of the next commands. */
  public Shell given(String text) {
    return given(text.getBytes(UTF_8));
  }

  Shell given(byte[] bytes) {
    in = new ByteArrayInputStream(bytes);
    return this;
  }

  public Shell onTerminal() {
    terminal = true;
    return this;
  }

  /** Sets the number of columns of the terminal. */
  public Shell wide(int width) {
    columns = width;
    return this;
  }

  /** Runs a command, whose output must be UTF-8. */
  public Result run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = runTo(out, err, args);
    return new Result(code, text(out), text(err));
  }

  public int runTo(OutputStream out, OutputStream err, String... args) {
    Map<String, String> env = new TreeMap<>(git.env());
    env.putAll(vars);
    return Main.run(args, new Env(dir, env, in, out, err, terminal, terminal, () -> columns));
  }

  /** Runs a command that must end with 0. */
  public String ok(String... args) {
    Result result = run(args);
    assertEquals(0, result.code(), result.all());
    return result.out();
  }

  /** Runs {@code command --json} and validates its output against its schema. */
  public JsonNode json(int code, String command, String... args) {
    List<String> words = new ArrayList<>(List.of(command, "--json"));
    words.addAll(List.of(args));
    Result result = run(words.toArray(new String[0]));
    assertEquals(code, result.code(), result.all());
    assertEquals("", result.err());
    return object(command, result.out());
  }

  /** The JSON object on the single line of {@code out}, validated against the schema. */
  public static JsonNode object(String schema, String out) {
    assertEquals(out.length() - 1, out.indexOf('\n'), out);
    assertTrue(out.chars().noneMatch(c -> c < ' ' && c != '\n'), out);
    JsonNode json = Schemas.parse(out);
    assertEquals(List.of(), List.copyOf(Schemas.violations(schema, json)), out);
    return json;
  }

  private static String text(ByteArrayOutputStream bytes) {
    try {
      return UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new AssertionError("not UTF-8: " + bytes, e);
    }
  }
}
