package dev.replenish.plan.edit;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Task;
import dev.replenish.plan.add.HeaderTitle;
import dev.replenish.plan.add.MarkdownEscape;
import dev.replenish.text.LineWalk;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceBytes;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes another title into the line of a task; box, id, marks and emphasis stay
 * (docs/reference/editing.md).
 */
final class TitleText {
  private static final Pattern LEADING =
      Pattern.compile(
          "^(?:(?:\\([A-C]\\)|\\[#?[^\\]]{1,16}\\]|[pP][0-4]|[^\\p{L}\\p{N}\\s\\[(*_`~\\\\]{1,6})"
              + "[ \t]*[:–—|-]?[ \t]+)+");

  private static final Pattern TRAILING =
      Pattern.compile(
          "(?:[ \t]+(?:\\[@[^\\]]{1,60}\\]|@[\\p{L}\\p{N}._-]+"
              + "|[\\x{1F4C5}\\x{1F4C6}\\x{1F5D3}\\x{1F6EB}\\x{23F3}\\x{231B}]\\x{FE0F}?[ \t]*\\S+"
              + "|(?i:due|start|scheduled|not-before|t)::?[ \t]*\\S+"
              + "|[\\[(][^\\[\\]()]{1,16}[\\])]|`?[pP][0-4]`?|[!#][\\p{L}\\p{N}]{1,12}|!{1,3}"
              + "|[^\\p{L}\\p{N}\\s\\[(*_`~\\\\.?!]{1,6}))+$");

  private final SourceText source;
  private final Task task;
  private final String title;
  private final Span line;

  TitleText(SourceText source, Task task, String title) {
    this.source = source;
    this.task = task;
    this.title =
        task.form().isPresent() ? MarkdownEscape.inline(title) : MarkdownEscape.title(title);
    this.line = headerLine();
  }

  /** The line that holds the title. */
  Span line() {
    return line;
  }

  private Span headerLine() {
    byte[] bytes = source.bytes();
    int at = task.block().from();
    while (source.lineOf(at) < task.position().headerLine() && at < task.block().to()) {
      at = LineWalk.next(bytes, at);
    }
    return new Span(at, Math.min(LineWalk.end(bytes, at), task.block().to()));
  }

  /**
   * The alternative edits, those that keep more marks first; none if the title is already right.
   */
  List<List<Replacement>> ways() {
    String old = task.title();
    String text = source.text(line);
    int at = text.lastIndexOf(old);
    if (at < 0 || old.isEmpty()) {
      throw new ProblemException(
          ErrorCode.INVALID_DOCUMENT,
          source.location(line.from()),
          "the title of " + task.name() + " can't be distinguished from the rest of its line",
          "Change it with 'replenish edit ID' in your editor.");
    }
    Set<String> titles = new LinkedHashSet<>();
    if (task.form().isEmpty()) {
      titles.add(title);
    } else {
      titles.add(marked(old, true, true));
      titles.add(marked(old, false, true));
      titles.add(marked(old, true, false));
      titles.add(marked(old, false, false));
    }
    if (titles.contains(old)) {
      return List.of();
    }
    Span place = SourceBytes.span(line.from(), text, at, at + old.length());
    return titles.stream().map(now -> List.of(Replacement.of(place, now))).toList();
  }

  private String marked(String old, boolean front, boolean back) {
    Matcher leading = LEADING.matcher(old);
    String before = front && leading.find() ? leading.group() : "";
    String rest = old.substring(before.length());
    Matcher trailing = TRAILING.matcher(rest);
    String after = back && trailing.find() ? trailing.group() : "";
    String words = rest.substring(0, rest.length() - after.length());
    String now =
        task.form().map(form -> form.isRow()).orElse(false) ? title.replace("|", "\\|") : title;
    for (String mark : List.of("**", "__", "~~", "`")) {
      int least = 2 * mark.length();
      if (words.length() > least && words.startsWith(mark) && words.endsWith(mark)) {
        now = mark + now + mark;
        break;
      }
    }
    return before + now + after;
  }

  /** Whether {@code now} has the new title, whatever marks are around it. */
  boolean isTitleOf(Task now) {
    return task.form().isPresent()
        ? plain(now.title()).contains(plain(title))
        : HeaderTitle.fit(now.title()).equals(title) || now.title().equals(title);
  }

  private static String plain(String text) {
    return text.replace("\\", "");
  }
}
