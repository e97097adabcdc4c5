package dev.replenish.report;

import dev.replenish.board.ReadingComment;
import dev.replenish.board.Task;
import dev.replenish.board.TaskDefect;
import dev.replenish.board.UnmarkedForm;
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

  /** Those among {@code all}, which are in the file at {@code path}, in listed order. */
  public static UnclearTasks among(List<Task> all, String path) {
    List<Task> headings = new ArrayList<>();
    List<Task> items = new ArrayList<>();
    List<Task> lines = new ArrayList<>();
    for (Task task : all) {
      if (isUnclear(task)) {
        boolean heading = task.form().filter(UnmarkedForm::isSection).isPresent();
        boolean line = task.form().filter(UnmarkedForm::isLine).isPresent();
        (heading ? headings : line ? lines : items).add(task);
      }
    }
    List<Task> tasks = new ArrayList<>();
    List<String> words = new ArrayList<>();
    if (headings.size() > 1) {
      tasks.addAll(headings);
      words.add(words("heading", "the heading", ReadingComment.HEADINGS, headings, path));
    }
    if (items.size() > 1) {
      tasks.addAll(items);
      words.add(words("item", "a heading", ReadingComment.ITEMS, items, path));
    }
    if (lines.size() > 1) {
      tasks.addAll(lines);
      words.add(words("line", "a heading", ReadingComment.LINES, lines, path));
    }
    return new UnclearTasks(tasks, words);
  }

  /** Those among the tasks that were stepped over. */
  public static UnclearTasks of(List<Verdict> skipped, String path) {
    return among(skipped.stream().map(Verdict::task).toList(), path);
  }

  /** Whether nobody can tell whether it is a task. */
  static boolean isUnclear(Task task) {
    return task.flaws().contains(TaskDefect.READING_UNCLEAR);
  }

  private static String words(
      String noun, String above, String comment, List<Task> tasks, String path) {
    return String.format(
        "%d %ss (%s:%d to %d): it is unclear whether they are tasks. If each %s there is one, end"
            + " %s above them with %s; else end those that are with %s.",
        tasks.size(),
        noun,
        path,
        tasks.get(0).line(),
        tasks.get(tasks.size() - 1).line(),
        noun,
        above,
        comment,
        ReadingComment.TASK);
  }
}
