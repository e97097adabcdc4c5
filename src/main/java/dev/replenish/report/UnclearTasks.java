package dev.replenish.report;

import dev.replenish.board.ReadingComment;
import dev.replenish.board.Task;
import dev.replenish.rules.Readiness.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The tasks of which nobody can tell whether they are any. Several of them are named in one
 * sentence, with the one answer that settles all (docs/reference/unmarked.md, "How a file is
 * read").
 */
public final class UnclearTasks {
  private final String path;
  private final Map<What, Several> found = new EnumMap<>(What.class);

  /** What several of them are called, and what settles them. */
  private enum What {
    HEADING("heading", "the heading", ReadingComment.HEADINGS),
    ITEM("item", "a heading", ReadingComment.ITEMS),
    LINE("line", "a heading", ReadingComment.LINES);

    private final String noun;
    private final String above;
    private final String comment;

    What(String noun, String above, String comment) {
      this.noun = noun;
      this.above = above;
      this.comment = comment;
    }

    private static What of(Task task) {
      return task.form()
          .map(form -> form.isSection() ? HEADING : form.isLine() ? LINE : ITEM)
          .orElse(ITEM);
    }
  }

  /** How many there are, and the lines of the first and of the last one. */
  private record Several(int count, int first, int last) {
    private Several and(Several next) {
      return new Several(count + next.count, first, next.last);
    }
  }

  private UnclearTasks(String path) {
    this.path = path;
  }

  /** Those among {@code all}, which are in the file at {@code path}, in listed order. */
  public static UnclearTasks among(List<Task> all, String path) {
    UnclearTasks unclear = new UnclearTasks(path);
    for (Task task : all) {
      if (task.isUnclear()) {
        Several one = new Several(1, task.line(), task.line());
        unclear.found.merge(What.of(task), one, Several::and);
      }
    }
    unclear.found.values().removeIf(several -> several.count < 2);
    return unclear;
  }

  /** Those among the tasks that were stepped over. */
  public static UnclearTasks of(List<Verdict> skipped, String path) {
    return among(skipped.stream().map(Verdict::task).toList(), path);
  }

  /** Whether a sentence is about {@code task}, one of those they are among. */
  public boolean covers(Task task) {
    return task.isUnclear() && found.containsKey(What.of(task));
  }

  /** The tasks that no sentence is about. */
  public List<Verdict> others(List<Verdict> skipped) {
    return skipped.stream().filter(verdict -> !covers(verdict.task())).toList();
  }

  /** The sentences. */
  public List<String> words() {
    return found.entrySet().stream().map(each -> words(each.getKey(), each.getValue())).toList();
  }

  private String words(What what, Several several) {
    return String.format(
        "%d %ss (%s:%d to %d): it is unclear whether they are tasks. If all of them are, end %s above"
            + " them with %s. If none is, end a heading above them that holds no other task with"
            + " %s. Otherwise end each task with %s.",
        several.count,
        what.noun,
        path,
        several.first,
        several.last,
        what.above,
        what.comment,
        ReadingComment.NOTE,
        ReadingComment.TASK);
  }
}
