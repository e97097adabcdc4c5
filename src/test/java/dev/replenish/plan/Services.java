package dev.replenish.plan;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.regex.Pattern;

/** Texts in commit messages on which GitHub, GitLab, Azure, Jira and similar services act. */
public final class Services {
  private static final String REFERENCE = "(?:[\\w.-]+/[\\w.-]+)?(?:#|GH-)\\d+";

  private static final List<Pattern> ACTIONS =
      List.of(
          Pattern.compile("(?i)" + REFERENCE),
          Pattern.compile("(?i)(?:issues?|pull|merge_requests)/\\d+"),
          Pattern.compile("(?i)\\b(?:clos|fix|resolv|implement)\\w*:? +[A-Z][A-Z0-9_]+-\\d+"),
          Pattern.compile("(?<![A-Za-z0-9_])@[A-Za-z0-9]"),
          Pattern.compile("#[a-z]"),
          Pattern.compile("(?i)\\[[^\\[\\](]*\\b(?:skip|no ci)\\b[^\\[\\](]*\\]"),
          Pattern.compile("(?i)\\*\\*\\*NO_CI\\*\\*\\*"),
          Pattern.compile("(?i)skip-checks ?:"));

  private Services() {}

  public static void assertNoAction(String message) {
    for (Pattern action : ACTIONS) {
      assertFalse(action.matcher(message).find(), action + " in " + message);
    }
  }
}
