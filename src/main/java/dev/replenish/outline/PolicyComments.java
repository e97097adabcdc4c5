package dev.replenish.outline;

import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.outline.page.Line;
import dev.replenish.outline.page.Outline;
import dev.replenish.text.SourceBytes;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules for work on a file that it states itself (docs/reference/unmarked.md, "House rules"),
 * found in its prose, lists and comments, but not in its tasks.
 */
final class PolicyComments {
  private static final Pattern NO_COMMIT =
      Pattern.compile(
          "(?i)\\b(?:do\\s+not|don['’]?t|never|must\\s+not)\\s+(?:auto-?)?commit"
              + "(?=\\s*(?:[.!;,)*_\\]]|$)"
              + "|\\s+(?:this|the|to|changes|anything|without|directly|automatically|it|yourself"
              + "|on|before|until|unless|or)\\b)");
  private static final Pattern ONE_AT_A_TIME =
      Pattern.compile(
          "(?i)\\b(?:one|1|a single)\\s+(?:item|task|story|feature|thing)\\s+at\\s+a\\s+time\\b");

  private PolicyComments() {}

  /**
   * The rules that the file states.
   *
   * @param tasks the blocks of its tasks, which are skipped
   */
  static List<Finding> of(Outline outline, List<Span> tasks) {
    List<Finding> rules = new ArrayList<>();
    find(outline, tasks, NO_COMMIT, FindingCode.COMMIT_FORBIDDEN, rules);
    find(outline, tasks, ONE_AT_A_TIME, FindingCode.ONE_AT_A_TIME, rules);
    return rules;
  }

  private static void find(
      Outline outline, List<Span> tasks, Pattern rule, FindingCode code, List<Finding> rules) {
    SourceText source = outline.source();
    int next = 0;
    for (Line line : outline.lines()) {
      while (next < tasks.size() && tasks.get(next).to() <= line.start()) {
        next++;
      }
      boolean inTask = next < tasks.size() && tasks.get(next).from() <= line.start();
      if (inTask || line.isBlank()) {
        continue;
      }
      String text = outline.raw(line);
      Matcher matcher = rule.matcher(text);
      if (matcher.find()) {
        int at = line.start() + SourceBytes.length(text.substring(0, matcher.start()));
        String message = "the file says '" + matcher.group() + "'";
        rules.add(Finding.of(code, source.location(at), message));
        return;
      }
    }
  }
}
