package dev.replenish.report;

import dev.replenish.board.ReadingComment;
import dev.replenish.board.Task;
import dev.replenish.rules.Readiness.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Lines of which it is unclear whether they are tasks. Several of one kind are named in one
 * sentence, with the comments that settle them all (docs/reference/unmarked.md, "How a file is
 * read").
 */
public final class UnclearTasks {
  private final String path;
  private final Map<Kind, Several> found = new EnumMap<>(Kind.class);

  /** A kind of unclear task: its name in messages, and the comment that makes all of them tasks. */
  private enum Kind {
    HEADING("heading", "the heading", ReadingComment.HEADINGS),
    ITEM("item", "a heading", ReadingComment.ITEMS),
    LINE("line", "a heading", ReadingComment.LINES);

    private final String noun;
    private final String above;
    private final String comment;

    Kind(String noun, String above, String comment) {
      this.noun = noun;
      this.above = above;
      this.comment = comment;
    }

    private static Kind of(Task task) {
      return task.form()
          .map(form -> form.isSection() ? HEADING : form.isLine() ? LINE : ITEM)
          .orElse(ITEM);
    }
  }

  /** The number of tasks, and the lines of the first and the last one. */
  private record Several(int count, int first, int last) {
    private Several and(Several next) {
      return new Several(count + next.count, first, next.last);
    }
  }

  private UnclearTasks(String path) {
    this.path = path;
  }

  /** The unclear ones among {@code all}, tasks of the file {@code path} in listed order. */
  public static UnclearTasks among(List<Task> all, String path) {
    UnclearTasks unclear = new UnclearTasks(path);
    for (Task task : all) {
      if (task.isUnclear()) {
        Several one = new Several(1, task.line(), task.line());
        unclear.found.merge(Kind.of(task), one, Several::and);
      }
    }
    unclear.found.values().removeIf(several -> several.count < 2);
    return unclear;
  }

  /** The unclear ones among the skipped tasks. */
  public static UnclearTasks of(List<Verdict> skipped, String path) {
    return among(skipped.stream().map(Verdict::task).toList(), path);
  }

  /** Whether one of the sentences is about {@code task}, a task of the same list. */
  public boolean covers(Task task) {
    return task.isUnclear() && found.containsKey(Kind.of(task));
  }

  /** The skipped tasks that no sentence is about. */
  public List<Verdict> others(List<Verdict> skipped) {
    return skipped.stream().filter(verdict -> !covers(verdict.task())).toList();
  }

  /** A sentence for each kind of which there are several. */
  public List<String> words() {
    return found.entrySet().stream().map(each -> words(each.getKey(), each.getValue())).toList();
  }

  private String words(Kind kind, Several several) {
    return String.format(
        "%d %ss (%s:%d to %d): it is unclear whether they are tasks. If all of them are, end %s above"
            + " them with %s. If none is, end a heading above them that holds no other task with"
            + " %s. Otherwise end each task with %s.",
        several.count,
        kind.noun,
        path,
        several.first,
        several.last,
        kind.above,
        kind.comment,
        ReadingComment.NOTE,
        ReadingComment.TASK);
  }
}
