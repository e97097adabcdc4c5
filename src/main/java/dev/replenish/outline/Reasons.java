package dev.replenish.outline;

import dev.replenish.board.ReadingReport;
import dev.replenish.board.ReadingReport.Part;
import dev.replenish.board.Task;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.markdown.BlockScan.Kind;
import dev.replenish.outline.page.AuditComments;
import dev.replenish.outline.page.Evidence;
import dev.replenish.outline.page.HeadingFacts;
import dev.replenish.outline.page.Line;
import dev.replenish.outline.page.Outline;
import dev.replenish.outline.page.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reports on request how a document was read, and why. */
record Reasons(
    Outline outline,
    Survey survey,
    HeadingRoles roles,
    List<Task> tasks,
    List<Explanation> explained) {
  private static final Pattern LIKE_A_TASK =
      Pattern.compile(
          "^(?:[ \\t]*>)*[ \\t]*(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]+)?\\[[ xX]?\\][ \\t]+\\S.*"
              + "|^(?:[ \\t]*>)+[ \\t]*(?:[-*+]|\\d{1,9}[.)])[ \\t]+\\S.*");

  private static final Pattern OPEN_BOX =
      Pattern.compile("(?:[ \\t]*>)*[ \\t]*(?:[-*+]|\\d{1,9}[.)])[ \\t]+\\[ ?\\][ \\t]+\\S");

  ReadingReport report() {
    List<Part> parts = new ArrayList<>();
    for (HeadingFacts facts : survey.all()) {
      Section section = facts.section;
      if (!section.isRoot()) {
        boolean task = roles.kind(section) != HeadingRoles.Kind.GROUP;
        int last = task ? outline.lastWritten(section.head, section.end()) : section.from - 1;
        String role = section.isDocumentTitle() ? "title" : roles.kind(section).word();
        parts.add(part(section.head, last, "heading", role, roles.evidence(section)));
      }
    }
    for (Explanation explanation : explained) {
      parts.add(
          part(
              explanation.first(),
              explanation.last(),
              explanation.what(),
              explanation.role(),
              explanation.cues()));
    }
    parts.sort(Comparator.comparingInt(Part::first));
    List<Integer> overlooked = overlooked();
    return new ReadingReport(
        summary(), parts, numbers(overlooked), numbers(hiddenBoxes(overlooked)));
  }

  private Part part(int first, int last, String what, String role, Evidence cues) {
    return new Part(
        outline.number(first),
        outline.number(Math.max(first, last)),
        what,
        role,
        Evidence.points(cues.sum()),
        cues.words());
  }

  /** A summary of the reading: {@code tasks are the boxes; 3 lists are notes}. */
  private String summary() {
    Map<AuditComments.Tasks, Integer> forms = new EnumMap<>(AuditComments.Tasks.class);
    int unclear = 0;
    for (Task task : tasks) {
      if (task.isUnclear()) {
        unclear++;
      } else {
        forms.merge(form(task), 1, Integer::sum);
      }
    }
    List<String> words = new ArrayList<>();
    forms.keySet().forEach(form -> words.add("the " + form.word()));
    StringBuilder text = new StringBuilder();
    text.append(words.isEmpty() ? "no tasks" : "tasks are " + String.join(" and ", words));
    long notes =
        explained.stream().filter(explanation -> explanation.role().equals("notes")).count();
    text.append(
        notes == 0 ? "" : "; " + notes + (notes == 1 ? " list is notes" : " lists are notes"));
    text.append(
        unclear == 0 ? "" : "; " + unclear + (unclear == 1 ? " is unclear" : " are unclear"));
    return text.toString();
  }

  private static AuditComments.Tasks form(Task task) {
    UnmarkedForm form = task.form().orElseThrow();
    return AuditComments.Tasks.of(form.kind(), form.plain());
  }

  /**
   * The indices of the lines outside of all tasks that look like tasks: with a box in front, or
   * quoted items.
   */
  private List<Integer> overlooked() {
    List<Integer> lines = new ArrayList<>();
    int next = 0;
    boolean fenced = false;
    for (int i = 0; i < outline.lines().size(); i++) {
      Line line = outline.line(i);
      fenced ^= line.kind() == Kind.FENCE;
      while (next < tasks.size() && tasks.get(next).block().to() <= line.start()) {
        next++;
      }
      boolean inTask = next < tasks.size() && tasks.get(next).block().from() <= line.start();
      if (!inTask && !fenced && !line.isBlank() && looksLikeTask(line)) {
        lines.add(i);
      }
    }
    return lines;
  }

  /** The overlooked lines with an open box outside of lists: in a quote, or within a paragraph. */
  private List<Integer> hiddenBoxes(List<Integer> overlooked) {
    List<Integer> boxes = new ArrayList<>();
    for (int at : overlooked) {
      Line line = outline.line(at);
      boolean hidden = line.quoted() || (line.kind() == Kind.TEXT && !line.item());
      String text = outline.raw(line);
      if (hidden && OPEN_BOX.matcher(text).lookingAt()) {
        boxes.add(at);
      }
    }
    return boxes;
  }

  private List<Integer> numbers(List<Integer> indices) {
    return indices.stream().map(outline::number).toList();
  }

  private boolean looksLikeTask(Line line) {
    boolean text =
        switch (line.kind()) {
          case HTML, FENCE, HEADING, SETEXT, RULE, BLANK -> false;
          default -> true;
        };
    return text && LIKE_A_TASK.matcher(outline.raw(line)).matches();
  }
}
