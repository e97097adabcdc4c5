package dev.replenish.cli.option;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.replenish.cli.Main;
import dev.replenish.cli.Shell;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of failure, with its exit code and its message. */
class ExitCodesTest {
  @TempDir Path tmp;

  private Shell tea() {
    return Shell.withBacklog(tmp, group("dev", "high", ready("A-1", "Boil")));
  }

  private static String code(JsonNode json) {
    return json.get("error").get("code").asText();
  }

  /** An environment that fails when all of its variables are read. */
  private static Env failing(
      Path dir, OutputStream out, OutputStream err, Supplier<Error> failure) {
    Map<String, String> vars =
        new AbstractMap<>() {
          @Override
          public Set<Entry<String, String>> entrySet() {
            throw failure.get();
          }

          @Override
          public @Nullable String get(@Nullable Object key) {
            return null;
          }

          @Override
          public boolean containsKey(@Nullable Object key) {
            return false;
          }
        };
    return new Env(dir, vars, InputStream.nullInputStream(), out, err, false, false, () -> 80);
  }

  private Shell.Result failing(Supplier<Error> failure, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Main.run(args, failing(tmp, out, err, failure));
    return new Shell.Result(code, out.toString(), err.toString());
  }

  @Test
  void bugExitsWith1() {
    Shell.Result text = failing(() -> new AssertionError("impossible\u001b[31m"), "run");
    assertEquals(1, text.code());
    assertEquals("", text.out());
    assertEquals(
        """
        error: unexpected error: java.lang.AssertionError: impossible␛[31m
          kept: A commit is made whole or not at all; the next run completes an interrupted one.
          next: This is a bug in Replenish. Please report it, with what -v shows.
        """,
        text.err());
    Shell.Result verbose = failing(() -> new AssertionError("impossible"), "run", "-v");
    assertTrue(verbose.err().contains("at dev.replenish."), verbose.err());
    Shell.Result json = failing(() -> new AssertionError("impossible"), "run", "--json");
    assertEquals("internal", code(Shell.object("run", json.out())));
    assertEquals("", json.err());
  }

  @Test
  void lackOfMemoryOrStackExitsWith1() {
    Shell.Result memory = failing(() -> new OutOfMemoryError("heap"), "status");
    assertEquals(1, memory.code());
    assertTrue(memory.err().contains("REPLENISH_JAVA_OPTS=-Xmx2g"), memory.err());
    Shell.Result stack = failing(StackOverflowError::new, "list", "--json");
    assertEquals(1, stack.code());
    assertEquals("internal", code(Shell.object("list", stack.out())));
  }

  @Test
  void invalidSettingExitsWith2() {
    Shell shell = tea();
    shell.git().git("config", "replenish.batchSize", "9");
    assertEquals("usage", code(shell.json(2, "run")));
    assertEquals("usage", code(shell.json(2, "config")));
  }

  @Test
  void repositoryStateExitsWith4() {
    Shell shell = tea();
    shell.git().write("BACKLOG.md", "changed");
    assertEquals("repository-state", code(shell.json(4, "run")));
    Shell.Result text = shell.run("run");
    assertEquals(4, text.code());
    assertTrue(text.err().matches("(?s)error: .*\n  kept: .*\n  next: .*\n"), text.err());
    assertFalse(text.err().contains("\tat "), text.err());
    assertEquals(4, shell.in(tmp).run("status").code());
    assertEquals("repository-state", code(shell.json(4, "init")));
  }

  @Test
  void stalePlanExitsWith5() {
    Shell shell = tea();
    JsonNode json = shell.json(5, "run", "--plan", "0123456789abcdef");
    assertEquals("conflict", code(json));
    assertTrue(json.get("planId").isNull());
  }

  @Test
  void invalidDocumentExitsWith6() {
    Shell shell = Shell.create(tmp);
    assertEquals("invalid-document", code(shell.json(6, "plan")));
    assertEquals("BACKLOG.md", shell.json(6, "status").get("error").get("path").asText());
    shell.git().write("BACKLOG.md", new byte[] {'a', '\n', (byte) 0xff}).commitAll("x");
    assertEquals(2, shell.json(6, "list").get("error").get("line").asInt());
    assertEquals(6, shell.run("next").code());
    shell.git().write("BACKLOG.md", group("dev", "high", ready("A-1", "Boil")));
    shell.git().write("TODO.md", "## task_begin\n### # [id:T-1][type:dev] x\n").commitAll("x");
    assertEquals(1, shell.json(6, "run").get("error").get("line").asInt());
  }

  @Test
  void fullDiskExitsWith7() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full));
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try (OutputStream out = new FileOutputStream(full.toFile())) {
      assertEquals(7, tea().runTo(out, err, "status"));
    }
    assertTrue(err.toString().startsWith("error: can't write to stdout: "), err.toString());
  }

  @Test
  void commitIsReportedOnStderrIfStdoutFails() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full));
    Shell shell = tea();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try (OutputStream out = new FileOutputStream(full.toFile())) {
      assertEquals(7, shell.runTo(out, err, "run", "--json"));
    }
    String commit = shell.git().git("rev-parse", "HEAD").strip();
    assertTrue(shell.git().git("log", "-1", "--format=%s").startsWith("chore(todo): replenish"));
    assertTrue(err.toString().startsWith("error: can't write to stdout: "), err.toString());
    assertTrue(
        err.toString().contains("\n  kept: The work is committed: " + commit + ".\n"),
        err.toString());
  }

  @Test
  void heldLockExitsWith8() {
    Shell shell = tea();
    shell.git().write(".git/index.lock", "");
    assertEquals("locked", code(shell.json(8, "plan")));
    assertTrue(shell.run("plan").err().contains("index.lock"));
  }

  @Test
  void closedPipeIsNoFailure() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertEquals(0, tea().runTo(closed, err, "list"));
    assertEquals(2, tea().runTo(closed, err, "list", "--json", "--wibble"));
    assertEquals("", err.toString());
    Shell shell = tea();
    assertEquals(0, shell.runTo(closed, err, "run"));
    String commit = shell.git().git("rev-parse", "HEAD").strip();
    assertTrue(err.toString().startsWith("  kept: The work is committed: " + commit));
  }
}
