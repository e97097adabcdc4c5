package dev.replenish.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a log that a runner takes for a workflow command.
 *
 * @param level {@code error}, {@code warning} or {@code notice}
 * @param properties such as {@code file} and {@code line}
 */
record Annotation(String level, Map<String, String> properties, String message) {
  private static final Pattern COMMAND = Pattern.compile("^\\s*::([^ :]+)(?: ([^:]*))?::(.*)$");
  private static final Set<String> LEVELS = Set.of("error", "warning", "notice");

  /** The annotations in a log; any other workflow command is an error. */
  static List<Annotation> all(String log) {
    List<Annotation> annotations = new ArrayList<>();
    for (String line : log.split("\\R")) {
      Matcher command = COMMAND.matcher(line);
      boolean found = command.find();
      if (line.contains("##[") || (found && !LEVELS.contains(command.group(1)))) {
        throw new AssertionError("a runner would obey: " + line);
      }
      if (found) {
        annotations.add(
            new Annotation(
                command.group(1), properties(command.group(2)), plain(command.group(3))));
      }
    }
    return annotations;
  }

  private static Map<String, String> properties(String text) {
    Map<String, String> properties = new TreeMap<>();
    for (String property : text == null ? new String[0] : text.split(",")) {
      String[] pair = property.split("=", 2);
      properties.put(pair[0], plain(pair[1]).replace("%3A", ":").replace("%2C", ","));
    }
    return properties;
  }

  private static String plain(String text) {
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
  }

  /** A short form, such as {@code error TODO.md:3 invalid-document}. */
  String summary() {
    String place =
        properties.containsKey("file")
            ? " " + properties.get("file") + ":" + properties.getOrDefault("line", "")
            : "";
    return level + place + " " + properties.get("title");
  }
}
