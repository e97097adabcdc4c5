package dev.replenish.app;

import dev.replenish.text.Wildmatch;

/** Finds out which boards an existing workflow serves, by its lines. */
final class WorkflowBoards {
  private static final String INPUT = "board:";

  private WorkflowBoards() {}

  /**
   * Whether a line of {@code workflow} names {@code dir}; a workflow that names no board serves the
   * root.
   */
  static boolean cover(String workflow, String dir) {
    boolean named = false;
    for (String line : workflow.lines().map(String::strip).toList()) {
      boolean input = line.startsWith(INPUT);
      named |= input;
      if (matches(value(input ? line.substring(INPUT.length()).strip() : line), dir)) {
        return true;
      }
    }
    return !named && dir.equals(".");
  }

  private static String value(String text) {
    String plain = text.startsWith("./") ? text.substring(2) : text;
    boolean quoted = plain.length() > 1 && plain.startsWith("'") && plain.endsWith("'");
    return quoted ? plain.substring(1, plain.length() - 1).replace("''", "'") : plain;
  }

  private static boolean matches(String pattern, String dir) {
    return pattern.equals(dir)
        || pattern.equals("\"" + dir + "\"")
        || (pattern.contains("*") && Wildmatch.matches(pattern, dir, false));
  }
}
