package dev.replenish.plan.add;

import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Group;
import dev.replenish.board.InsertionSite;
import dev.replenish.board.Priority;
import dev.replenish.board.Problem;
import dev.replenish.board.Task;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.text.LineWalk;
import dev.replenish.text.Location;
import dev.replenish.text.OneLine;
import dev.replenish.text.SourceText;
import dev.replenish.text.Suggestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a new task goes in a backlog without markers (docs/reference/adding.md, "Other ways of
 * writing").
 *
 * @param sibling the task that it is written like, and which it follows if it is in the same
 *     section
 * @param offset where it begins: the start of a line, or the end of the file
 * @param empty whether the section has no task yet
 * @param type the type that it is read back with
 * @param priority the priority that it is read back with
 */
public record AddSite(
    Task sibling, int offset, boolean empty, Optional<String> type, Optional<Priority> priority) {

  /**
   * The place that {@code place} names: behind the last open task of the last group that fits, else
   * in a section that fits and holds none.
   *
   * @throws dev.replenish.board.ProblemException {@code USAGE} where there is none, with the
   *     headings that there are
   */
  public static AddSite in(Document backlog, AddPlace place) {
    return all(backlog, place).get(0);
  }

  /**
   * The same, and behind it the other places that fit.
   *
   * @throws dev.replenish.board.ProblemException as {@link #in} does
   */
  public static List<AddSite> all(Document backlog, AddPlace place) {
    List<AddSite> sites = behindTasks(backlog, place);
    inEmptySection(backlog, place).ifPresent(sites::add);
    if (sites.isEmpty()) {
      throw nowhere(backlog, place).refusal();
    }
    return sites;
  }

  private static List<AddSite> behindTasks(Document backlog, AddPlace place) {
    List<AddSite> sites = new ArrayList<>();
    for (Group group : backlog.groups()) {
      Optional<String> heading = group.section().map(Group.Section::heading).map(AddSite::bare);
      List<Task> settled = group.tasks().stream().filter(task -> !task.isUnsettled()).toList();
      if (!settled.isEmpty() && place.fits(heading, group.type(), group.priority())) {
        Task sibling = settled.get(settled.size() - 1);
        int behind = sibling.block().to();
        sites.add(
            0,
            new AddSite(
                sibling,
                nextLine(backlog.source(), behind),
                false,
                group.type(),
                group.priority()));
      }
    }
    return sites;
  }

  private static Optional<AddSite> inEmptySection(Document backlog, AddPlace place) {
    Optional<Task> like = usual(backlog);
    return backlog.landings().stream()
        .filter(site -> place.fits(Optional.empty(), site.type(), site.priority()))
        .reduce((one, other) -> other)
        .flatMap(
            site ->
                like.map(
                    task ->
                        new AddSite(
                            task, site.end().offset(), true, site.type(), site.priority())));
  }

  /** The last task of the form that most have; rows need their table and can't begin a section. */
  private static Optional<Task> usual(Document backlog) {
    Map<UnmarkedForm.Kind, List<Task>> forms = new LinkedHashMap<>();
    for (Task task : backlog.tasks()) {
      UnmarkedForm form = task.form().orElseThrow();
      if (form.kind() != UnmarkedForm.Kind.ROW && form.frame().isEmpty()) {
        forms.computeIfAbsent(form.kind(), kind -> new ArrayList<>()).add(task);
      }
    }
    return forms.values().stream()
        .max(Comparator.comparing(List::size))
        .map(tasks -> tasks.get(tasks.size() - 1));
  }

  private static Problem nowhere(Document backlog, AddPlace place) {
    List<String> names = new ArrayList<>();
    for (Group group : backlog.groups()) {
      group.section().map(Group.Section::heading).map(AddSite::bare).ifPresent(names::add);
    }
    for (InsertionSite site : backlog.landings()) {
      site.type().filter(type -> !isNamed(names, type)).ifPresent(names::add);
    }
    List<String> known = names.stream().distinct().toList();
    String near =
        Suggestion.to(place.words(), known)
            .map(one -> "Did you mean '" + OneLine.clean(one) + "'?")
            .orElse("There are: " + OneLine.clean(String.join(", ", known)) + ".");
    return Problem.at(
        ErrorCode.USAGE,
        Location.of(backlog.path()),
        "no heading here is '" + place.words() + "'",
        known.isEmpty() ? "Write the heading first, and commit." : near);
  }

  private static boolean isNamed(List<String> names, String type) {
    return names.stream().map(AddPlace::folded).anyMatch(AddPlace.folded(type)::equals);
  }

  /** A heading without a comment at its end. */
  private static String bare(String heading) {
    int comment = heading.indexOf("<!--");
    return (comment < 0 ? heading : heading.substring(0, comment)).strip();
  }

  /** The start of the line behind a block that ends at {@code at}. */
  public static int nextLine(SourceText source, int at) {
    return source.atLineStart(at) ? at : LineWalk.next(source.bytes(), at);
  }
}
