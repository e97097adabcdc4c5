package dev.replenish.action;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the steps of a job and of a composite action offline, as a runner of GitHub does: it
 * resolves expressions and conditions, runs scripts with bash, and reads outputs, annotations and
 * the summary from their files. For an action of another repository, the test gives a stand-in.
 */
final class Runner {
  private final Path workspace;
  private final Path machine;
  private final Map<String, String> env = new TreeMap<>();
  private final Map<String, Object> contexts = new TreeMap<>();
  private final Map<String, Consumer<Map<String, String>>> stubs = new TreeMap<>();
  private final List<String> used = new ArrayList<>();
  private final List<String> ran = new ArrayList<>();
  private final StringBuilder log = new StringBuilder();
  private final StringBuilder summary = new StringBuilder();

  /** How a job or an action ended. */
  record Result(
      boolean failed,
      Map<String, String> outputs,
      String summary,
      List<Annotation> annotations,
      List<String> used,
      List<String> ran,
      String log) {}

  /**
   * A runner.
   *
   * @param machine a folder for its own files
   * @param workspace where the repository is, or will be, checked out
   */
  Runner(Path machine, Path workspace) {
    this.machine = machine;
    this.workspace = workspace;
    Map<String, String> github = new TreeMap<>();
    github.put("repository", "team/tea");
    github.put("server_url", "https://github.example");
    github.put("token", "a-token");
    github.put("ref", "refs/heads/main");
    github.put("workflow", "replenish");
    github.put("event_name", "workflow_dispatch");
    contexts.put("github", github);
    env.put("PATH", folder("bin") + ":" + System.getenv("PATH"));
    env.put("HOME", folder("home").toString());
    env.put("JAVA_HOME", System.getProperty("java.home"));
    env.put("LC_ALL", "C.UTF-8");
    env.put("GIT_CONFIG_NOSYSTEM", "1");
    env.put("RUNNER_TEMP", folder("temp").toString());
    env.put("RUNNER_OS", "Linux");
    env.put("RUNNER_ARCH", "X64");
    env.put("GITHUB_ACTIONS", "true");
    env.put("GITHUB_WORKSPACE", workspace.toString());
    github.forEach((name, value) -> env.put("GITHUB_" + name.toUpperCase(), value));
    env.remove("GITHUB_TOKEN"); // a step receives it or has none
  }

  /** A folder of the machine; programs in {@code bin} come before all others. */
  Path folder(String name) {
    try {
      return Files.createDirectories(machine.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a bash script on the machine's PATH, before all other programs. */
  Path program(String name, String script) {
    try {
      Path program = folder("bin").resolve(name);
      Files.writeString(program, "#!/usr/bin/env bash\nset -euo pipefail\n" + script);
      return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets a variable of the job; null removes it. */
  Runner set(String name, @Nullable String value) {
    if (value == null) {
      env.remove(name);
    } else {
      env.put(name, value);
    }
    return this;
  }

  /** Sets a context, such as {@code vars} or {@code matrix}. */
  Runner context(String name, Map<String, String> values) {
    contexts.put(name, values);
    return this;
  }

  /** Sets the stand-in for {@code action}; it receives the {@code with} values of a step. */
  Runner stub(String action, Consumer<Map<String, String>> standIn) {
    stubs.put(action, standIn);
    return this;
  }

  /** Runs the action in {@code folder} as the one step of a job. */
  Result action(Path folder, Map<String, String> with) {
    Scope scope = new Scope(contexts);
    Map<String, String> outputs = composite(folder, with, scope);
    return result(scope, outputs);
  }

  /** Runs a job, unless its condition is false. */
  Result job(Map<String, Object> job) {
    return Expression.holds((String) job.get("if"), new Scope(contexts))
        ? steps(Yaml.maps(job.get("steps")))
        : result(new Scope(contexts), Map.of());
  }

  /** Runs these steps. */
  Result steps(List<Map<String, Object>> steps) {
    Scope scope = new Scope(contexts);
    steps(steps, scope, Map.of());
    return result(scope, Map.of());
  }

  private Result result(Scope scope, Map<String, String> outputs) {
    return new Result(
        scope.failed(),
        outputs,
        summary.toString(),
        Annotation.all(log.toString()),
        used,
        ran,
        log.toString());
  }

  private Map<String, String> composite(Path folder, Map<String, String> with, Scope outer) {
    Map<String, Object> action = Yaml.read(folder.resolve("action.yml"));
    Map<String, String> inputs = new LinkedHashMap<>();
    Yaml.map(action.get("inputs"))
        .forEach((name, input) -> inputs.put(name, filled(input, "default", outer)));
    with.forEach(
        (name, value) -> {
          if (inputs.put(name, value) == null) {
            throw new AssertionError("the action has no input " + name);
          }
        });
    Scope scope = outer.of(inputs);
    Map<String, String> actionPath = Map.of("GITHUB_ACTION_PATH", folder.toString());
    steps(Yaml.maps(Yaml.map(action.get("runs")).get("steps")), scope, actionPath);
    Map<String, String> outputs = new LinkedHashMap<>();
    Yaml.map(action.get("outputs"))
        .forEach((name, output) -> outputs.put(name, filled(output, "value", scope)));
    if (scope.failed()) {
      outer.fail();
    }
    return outputs;
  }

  private static String filled(Object node, String key, Scope scope) {
    return Expression.fill(Yaml.map(node).get(key).toString(), scope);
  }

  private void steps(List<Map<String, Object>> steps, Scope scope, Map<String, String> actionPath) {
    for (Map<String, Object> step : steps) {
      Map<String, String> outputs = Map.of();
      if (Expression.holds((String) step.get("if"), scope)) {
        ran.add(String.valueOf(step.getOrDefault("name", step.get("uses"))));
        outputs = step.containsKey("uses") ? use(step, scope) : script(step, scope, actionPath);
      }
      scope.ended(step.get("id"), outputs);
    }
  }

  private Map<String, String> use(Map<String, Object> step, Scope scope) {
    String action = step.get("uses").toString();
    Map<String, String> with = filled(Yaml.map(step.get("with")), scope);
    if (action.startsWith("./")) {
      return composite(workspace.resolve(action).normalize(), with, scope);
    }
    String name = action.substring(0, action.indexOf('@'));
    used.add(name + " " + with);
    Consumer<Map<String, String>> stub = stubs.get(name);
    if (stub == null) {
      throw new AssertionError("nothing stands in for " + name);
    }
    stub.accept(with);
    return Map.of();
  }

  private static Map<String, String> filled(Map<String, Object> values, Scope scope) {
    Map<String, String> filled = new TreeMap<>();
    values.forEach((name, value) -> filled.put(name, Expression.fill(value.toString(), scope)));
    return filled;
  }

  private Map<String, String> script(
      Map<String, Object> step, Scope scope, Map<String, String> actionPath) {
    try {
      Path files = Files.createTempDirectory(folder("temp"), "step");
      Map<String, String> vars = new TreeMap<>(env);
      vars.putAll(actionPath);
      for (String file : List.of("OUTPUT", "ENV", "PATH", "STEP_SUMMARY")) {
        vars.put("GITHUB_" + file, Files.createFile(files.resolve(file)).toString());
      }
      vars.putAll(filled(Yaml.map(step.get("env")), scope));
      String text = Expression.fill(step.get("run").toString(), scope);
      if (bash(Files.writeString(files.resolve("script.sh"), text), vars) != 0) {
        scope.fail();
      }
      summary.append(StepFile.text(files.resolve("STEP_SUMMARY")));
      env.putAll(StepFile.values(files.resolve("ENV")));
      StepFile.text(files.resolve("PATH"))
          .lines()
          .forEach(line -> env.merge("PATH", line, (old, added) -> added + ":" + old));
      return StepFile.values(files.resolve("OUTPUT"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs a script with the options of {@code shell: bash}. What is written after the end of the
   * script does not reach the log.
   */
  private int bash(Path script, Map<String, String> vars) throws IOException {
    Path output = script.resolveSibling("output");
    ProcessBuilder bash =
        new ProcessBuilder(
            "bash", "--noprofile", "--norc", "-e", "-o", "pipefail", script.toString());
    bash.directory(workspace.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
    bash.environment().clear();
    bash.environment().putAll(vars);
    Process process = bash.start();
    process.getOutputStream().close();
    try {
      int code = process.waitFor();
      log.append(Files.readString(output));
      return code;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
