package dev.replenish.rules;

import dev.replenish.board.Document;
import dev.replenish.board.Task;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The meaning of sizes as explained in a file: {@code Effort: S up to 2 h, M up to 1 day}
 * (docs/reference/format.md, "Effort in hours").
 */
final class EffortLegend {
  private static final int FEWEST_SIZES = 2;
  private static final Pattern SIZE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(XXL|XL|XS|S|M|L|H)(?![\\p{L}\\p{N}'’])"
              + "(?:\\([^()\\d]{1,20}\\))?[^\\p{Alnum}|\\n]{0,10}\\|?[^\\p{Alnum}|\\n]{0,10}"
              + "(?:(?:up to|about|less than|more than|at most|under|over|max)[. ]{1,2})?"
              + "(?=[\\d½¼¾]|half\\b|an? )([^,;|\\n]{1,24})");

  private EffortLegend() {}

  /** The minutes of each size that is explained outside of the tasks of {@code document}. */
  static Map<String, Integer> of(Document document, int perDay) {
    Map<String, Integer> legend = new HashMap<>();
    SourceText source = document.source();
    List<Task> tasks =
        document.tasks().stream()
            .sorted((a, b) -> Integer.compare(a.block().from(), b.block().from()))
            .toList();
    int from = source.start();
    for (Task task : tasks) {
      if (task.block().from() > from) {
        add(source.text(new Span(from, task.block().from())), perDay, legend);
      }
      from = Math.max(from, task.block().to());
    }
    add(source.text(new Span(from, Math.max(from, source.length()))), perDay, legend);
    return Map.copyOf(legend);
  }

  /** Adds the sizes of each legend: a paragraph, list or table that explains two sizes or more. */
  private static void add(String text, int perDay, Map<String, Integer> legend) {
    for (String part : text.split("\\R[ \\t]*\\R")) {
      Map<String, Integer> sizes = new HashMap<>();
      Matcher size = SIZE.matcher(part);
      while (size.find()) {
        EffortText.minutes(size.group(2), perDay)
            .ifPresent(
                minutes -> sizes.putIfAbsent(size.group(1).toLowerCase(Locale.ROOT), minutes));
      }
      if (sizes.size() >= FEWEST_SIZES) {
        sizes.forEach(legend::putIfAbsent);
      }
    }
  }
}
