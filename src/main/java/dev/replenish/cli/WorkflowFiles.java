package dev.replenish.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.report.github.GitHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * Writes outputs and summary to the files that the workflow's runner names. If one can't be
 * written, that is only a warning: the command is already done.
 */
final class WorkflowFiles {
  private WorkflowFiles() {}

  static void write(GitHub github, Map<String, String> vars) {
    append(github.outputs(), "GITHUB_OUTPUT", github, vars);
    append(github.summary(), "GITHUB_STEP_SUMMARY", github, vars);
  }

  /** Appends to the file that {@code variable} names, if it is set. */
  private static void append(
      String text, String variable, GitHub github, Map<String, String> vars) {
    String file = vars.getOrDefault(variable, "");
    if (text.isEmpty() || file.isEmpty()) {
      return;
    }
    try {
      byte[] bytes = text.getBytes(UTF_8);
      Files.write(Path.of(file), bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException | InvalidPathException e) {
      github.warn("can't write the file that " + variable + " names: " + e);
    }
  }
}
