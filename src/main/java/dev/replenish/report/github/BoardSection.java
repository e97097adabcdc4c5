package dev.replenish.report.github;

import dev.replenish.app.GroupCount;
import dev.replenish.app.RunResult;
import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.plan.message.PromotionMessage;
import dev.replenish.report.JsonParts;
import dev.replenish.report.NothingToDoText;
import dev.replenish.report.Text;
import dev.replenish.report.UnclearTasks;
import dev.replenish.rules.Readiness.Verdict;
import dev.replenish.rules.Reason;
import dev.replenish.rules.Selection;
import java.util.List;

/**
 * One board's section of the page. Tables are HTML: text can't end a cell and is not read as
 * Markdown.
 *
 * @param result the result of the run on the board
 * @param links the addresses of the board's files on GitHub
 */
record BoardSection(RunResult result, GitHubLinks links) {
  private static final int OPEN_LIST = 5;
  private static final int LONGEST_LIST = 50;

  /** The section, in Markdown. */
  String text() {
    return outcome() + skipped() + remaining();
  }

  /** The section without the lists that can become long. */
  String brief() {
    return outcome() + "What was skipped and what is left is too long for this page.\n\n";
  }

  private String outcome() {
    StringBuilder text = new StringBuilder();
    if (result.plan().selection() instanceof Selection.Batch batch) {
      text.append(moved(batch.tasks()));
    } else if (result.plan().selection() instanceof Selection.Nothing nothing) {
      String why = NothingToDoText.why(result, nothing.reason());
      why = Character.toUpperCase(why.charAt(0)) + why.substring(1);
      text.append(GitHubText.plain(why)).append("\n\n");
    }
    return text.toString();
  }

  private String moved(List<Task> tasks) {
    HtmlTable table = new HtmlTable("Task", "Title");
    for (Task task : tasks) {
      table.row(linked(task), GitHubText.plain(task.title()));
    }
    String commit = result.commit().map(id -> "Commit " + links.commit(id) + ". ").orElse("");
    String archived =
        result.archived().isEmpty()
            ? ""
            : " Archived before: " + Text.count(result.archived().size(), "task") + ".";
    String why = GitHubText.plain(PromotionMessage.why(result.plan()));
    return table + "\n" + commit + why + archived + "\n\n";
  }

  /** The task's id, linked to its line in the commit. */
  private String linked(Task task) {
    String name = GitHubText.code(task.name());
    if (result.commit().isEmpty() || result.after().todo().isEmpty()) {
      return name;
    }
    Document todo = result.after().todo().get();
    return todo.tasks().stream()
        .filter(each -> each.id().equals(task.id()))
        .findFirst()
        .map(each -> links.line(name, result.commit().get(), todo.path(), each.line()))
        .orElse(name);
  }

  private String skipped() {
    List<Verdict> all = result.plan().selection().skipped();
    UnclearTasks unclear = UnclearTasks.of(all, result.plan().board().backlog().path());
    StringBuilder words = new StringBuilder();
    unclear.words().forEach(each -> words.append(GitHubText.plain(each)).append("\n\n"));
    return words + skipped(unclear.others(all));
  }

  private String skipped(List<Verdict> skipped) {
    if (skipped.isEmpty()) {
      return "";
    }
    HtmlTable table = new HtmlTable("Task", "Where", "Why not");
    for (Verdict verdict : Text.first(LONGEST_LIST, skipped)) {
      String place = JsonParts.place(result.plan().board().backlog(), verdict.task());
      String name = GitHubText.code(verdict.task().name());
      String why = GitHubText.plain(Reason.words(verdict.reasons()));
      table.row(name, GitHubText.code(place), why);
    }
    table.more(skipped.size() - LONGEST_LIST);
    String heading = "Skipped: " + Text.count(skipped.size(), "task");
    return skipped.size() > OPEN_LIST
        ? "<details><summary>" + heading + "</summary>\n" + table + "</details>\n\n"
        : "**" + heading + "**\n\n" + table + "\n";
  }

  private String remaining() {
    List<GroupCount> groups = result.left().stream().filter(count -> count.tasks() > 0).toList();
    int tasks = groups.stream().mapToInt(GroupCount::tasks).sum();
    String backlog = GitHubText.lineCode(result.after().backlog().path());
    String heading = "**" + Text.count(tasks, "task") + " left in** " + backlog + "\n\n";
    if (tasks == 0) {
      return heading;
    }
    HtmlTable table = new HtmlTable("Group", "Tasks", "Ready", "Incomplete");
    MermaidPie pie = new MermaidPie("Tasks left");
    for (GroupCount count : groups) {
      pie.add(label(count.group()), count.tasks());
    }
    for (GroupCount count : Text.first(LONGEST_LIST, groups)) {
      String group = GitHubText.code(count.group().label());
      table.row(group, "" + count.tasks(), "" + count.ready(), "" + count.incomplete());
    }
    table.more(groups.size() - LONGEST_LIST);
    return heading + table + "\n" + (pie.isMeaningful() ? pie + "\n" : "");
  }

  private static String label(Group group) {
    return group.type().orElse("untyped")
        + group.priority().map(priority -> " " + priority.word()).orElse("");
  }
}
