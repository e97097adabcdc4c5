package dev.replenish.report;

import dev.replenish.board.ReadingComment;
import dev.replenish.board.Task;
import dev.replenish.rules.Readiness.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * The tasks of which nobody can tell whether they are any. Several of them are named in one
 * sentence, with the one answer that settles all (docs/reference/unmarked.md, "How a file is
 * read").
 *
 * @param tasks those that a sentence names
 * @param words the sentences
 */
public record UnclearTasks(List<Task> tasks, List<String> words) {

  /** Copies the lists. */
  public UnclearTasks {
    tasks = List.copyOf(tasks);
    words = List.copyOf(words);
  }

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

    private boolean is(Task task) {
      return this
          == task.form()
              .map(form -> form.isSection() ? HEADING : form.isLine() ? LINE : ITEM)
              .orElse(ITEM);
    }
  }

  /** Those among {@code all}, which are in the file at {@code path}, in listed order. */
  public static UnclearTasks among(List<Task> all, String path) {
    List<Task> named = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (What what : What.values()) {
      List<Task> tasks = all.stream().filter(task -> task.isUnclear() && what.is(task)).toList();
      if (tasks.size() > 1) {
        named.addAll(tasks);
        words.add(words(what, tasks, path));
      }
    }
    return new UnclearTasks(named, words);
  }

  /** Those among the tasks that were stepped over. */
  public static UnclearTasks of(List<Verdict> skipped, String path) {
    return among(skipped.stream().map(Verdict::task).toList(), path);
  }

  private static String words(What what, List<Task> tasks, String path) {
    return String.format(
        "%d %ss (%s:%d to %d): it is unclear whether they are tasks. If each %s there is one, end"
            + " %s above them with %s; else end those that are with %s.",
        tasks.size(),
        what.noun,
        path,
        tasks.get(0).line(),
        tasks.get(tasks.size() - 1).line(),
        what.noun,
        what.above,
        what.comment,
        ReadingComment.TASK);
  }
}
