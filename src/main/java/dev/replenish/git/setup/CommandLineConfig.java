package dev.replenish.git.setup;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The configuration that {@code git -c} and callers pass in the environment. */
final class CommandLineConfig {
  private CommandLineConfig() {}

  static void read(Map<String, String> env, ConfigParser.Sink sink) {
    readParameters(env.getOrDefault("GIT_CONFIG_PARAMETERS", ""), sink);
    String count = env.getOrDefault("GIT_CONFIG_COUNT", "");
    for (int i = 0; i < number(count); i++) {
      String key = env.get("GIT_CONFIG_KEY_" + i);
      String value = env.get("GIT_CONFIG_VALUE_" + i);
      if (key == null || value == null) {
        throw bad("GIT_CONFIG_KEY_" + i + " or GIT_CONFIG_VALUE_" + i + " is missing");
      }
      ConfigLoader.split(key, value, sink);
    }
  }

  private static int number(String count) {
    try {
      return count.isEmpty() ? 0 : Integer.parseInt(count.strip());
    } catch (NumberFormatException e) {
      throw bad("GIT_CONFIG_COUNT is not a number: '" + count + "'");
    }
  }

  /** Reads {@code 'key=value'} and {@code 'key'='value'}, separated by spaces. */
  private static void readParameters(String text, ConfigParser.Sink sink) {
    int[] at = {0};
    while (true) {
      while (at[0] < text.length() && text.charAt(at[0]) == ' ') {
        at[0]++;
      }
      if (at[0] == text.length()) {
        return;
      }
      String key = quoted(text, at);
      @Nullable String value = null;
      if (at[0] < text.length() && text.charAt(at[0]) == '=') {
        at[0]++;
        boolean given = at[0] < text.length() && text.charAt(at[0]) == '\'';
        value = given ? quoted(text, at) : null;
      } else if (key.indexOf('=') >= 0) {
        value = key.substring(key.indexOf('=') + 1);
        key = key.substring(0, key.indexOf('='));
      }
      ConfigLoader.split(key, value, sink);
    }
  }

  /** One word in shell single quotes; {@code '\''} and {@code '\!'} stand for one character. */
  private static String quoted(String text, int[] at) {
    StringBuilder word = new StringBuilder();
    if (text.charAt(at[0]) != '\'') {
      throw bad("GIT_CONFIG_PARAMETERS is not quoted");
    }
    while (true) {
      int end = text.indexOf('\'', at[0] + 1);
      if (end < 0) {
        throw bad("GIT_CONFIG_PARAMETERS has an open quote");
      }
      word.append(text, at[0] + 1, end);
      at[0] = end + 1;
      boolean escaped = text.startsWith("\\'", at[0]) || text.startsWith("\\!", at[0]);
      if (!escaped || !text.startsWith("'", at[0] + 2)) {
        return word.toString();
      }
      word.append(text.charAt(at[0] + 1));
      at[0] += 2;
    }
  }

  private static RuntimeException bad(String message) {
    return GitProblems.usage(message, "Correct or unset the variable.");
  }
}
