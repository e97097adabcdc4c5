package dev.replenish.outline.page;

import dev.replenish.board.Group;
import dev.replenish.board.InsertionPoint;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.dialect.Lines;
import dev.replenish.markdown.BlockScan.Kind;
import dev.replenish.text.SourceText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The comments at the top of a section that name the tasks moved out of it.
 *
 * @param next the offset at which the next comment belongs
 * @param present whether the section has such a comment already
 * @param statesForm whether one of them says that the tasks had a richer form than plain items
 * @param moved the forms of moved tasks that they name
 * @param richer the number of moved tasks that had a richer form than plain items, as they say
 * @param nothingElse whether one of them says that nothing else here is a task
 */
public record AuditComments(
    int next,
    boolean present,
    boolean statesForm,
    Set<Tasks> moved,
    int richer,
    boolean nothingElse) {

  /** The forms of tasks that a comment can name, with the words that it uses. */
  public enum Tasks {
    BOXES,
    ROWS,
    HEADINGS,
    ITEMS,
    LINES;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The form of a task without markers; {@code plain} says whether an item is a plain one. */
    public static Tasks of(UnmarkedForm.Kind kind, boolean plain) {
      return switch (kind) {
        case ROW -> ROWS;
        case SECTION -> HEADINGS;
        case LINE -> LINES;
        case ITEM -> plain ? ITEMS : BOXES;
      };
    }
  }

  /** The text before the forms that a comment names. */
  private static final String TASKS_ARE = " (tasks are ";

  /** The text for tasks that have plain items beside them. */
  public static final String FORM = " (other items are notes)";

  /** The text where the heading would be read as a task once the tasks below it are gone. */
  public static final String GROUP = " (the heading is a group)";

  /** The text for tasks that are headings of level 1, where the last one looks like a title. */
  public static final String HEADINGS = " (each heading is a task)";

  /** The text that names the forms of all moved tasks. */
  public static String tasksAre(Stream<Tasks> forms) {
    return TASKS_ARE
        + forms.distinct().sorted().map(Tasks::word).collect(Collectors.joining(" and "))
        + ")";
  }

  /** Whether a comment says that tasks of this form were moved. */
  public boolean hasMoved(Tasks form) {
    return moved.contains(form);
  }

  /** The number of moved tasks of this form, as far as the comment {@code text} states it. */
  public static int count(String text, Tasks form) {
    return forms(text).contains(form) ? ids(text) : 0;
  }

  /** Whether a comment says that tasks here had a richer form than items of plain lists. */
  public boolean stateRicherForm() {
    return statesForm || hasMoved(Tasks.BOXES) || hasMoved(Tasks.ROWS) || hasMoved(Tasks.HEADINGS);
  }

  /** The comments directly under the heading of {@code section}, blank lines aside. */
  public static AuditComments of(Outline outline, Section section) {
    if (section.isRoot()) {
      boolean found = outline.firstAudit() < section.ownEnd();
      int from = found ? outline.firstAudit() : section.from;
      return read(outline, from, section.ownEnd(), outline.source().body());
    }
    return read(outline, section.from, section.ownEnd(), outline.start(section.from));
  }

  private static AuditComments read(Outline outline, int from, int to, int start) {
    int next = start;
    boolean present = false;
    boolean form = false;
    Set<Tasks> moved = EnumSet.noneOf(Tasks.class);
    int richer = 0;
    boolean nothingElse = false;
    for (int i = from; i < to; i++) {
      Line line = outline.line(i);
      if (line.isBlank()) {
        continue;
      }
      if (!isAudit(outline, line)) {
        break;
      }
      String text = outline.text(line);
      next = outline.start(i + 1);
      present = true;
      form |= text.contains(FORM);
      Set<Tasks> forms = forms(text);
      moved.addAll(forms);
      forms.remove(Tasks.ITEMS);
      forms.remove(Tasks.LINES);
      boolean alone = text.contains(Group.Section.ALONE);
      nothingElse |= alone;
      richer += forms.isEmpty() && !text.contains(FORM) && !alone ? 0 : ids(text);
    }
    return new AuditComments(next, present, form, moved, richer, nothingElse);
  }

  /** All words of the comments of {@code section}, the ids of the moved tasks among them. */
  public static List<String> ids(Outline outline, Section section) {
    List<String> named = new ArrayList<>();
    for (int i = section.from; i < section.ownEnd() && !outline.line(i).isText(); i++) {
      if (isAudit(outline, outline.line(i))) {
        named.addAll(List.of(outline.text(i).split("[\\s,;]+")));
      }
    }
    return named;
  }

  /** The forms of tasks that the comment {@code text} names. */
  public static Set<Tasks> forms(String text) {
    Set<Tasks> moved = EnumSet.noneOf(Tasks.class);
    if (text.contains(HEADINGS)) {
      moved.add(Tasks.HEADINGS);
    }
    int at = text.indexOf(TASKS_ARE);
    int end = at < 0 ? -1 : text.indexOf(')', at);
    for (Tasks form : Tasks.values()) {
      if (end > at && text.substring(at, end).contains(form.word())) {
        moved.add(form);
      }
    }
    return moved;
  }

  /** The number of tasks that a comment names. */
  private static int ids(String text) {
    int form = text.indexOf(" (");
    String named = form < 0 ? text : text.substring(0, form);
    return 1 + (int) named.chars().filter(c -> c == ',' || c == ';').count();
  }

  /** Whether {@code line} is a comment that names moved tasks. */
  public static boolean isAudit(Outline outline, Line line) {
    if (line.kind() != Kind.HTML || line.depth() != 0) {
      return false;
    }
    String text = outline.text(line);
    return text.startsWith("<!-- Task") && text.contains(" moved to ") && text.endsWith("-->");
  }

  /**
   * The place for the next comment: before the first task where no heading names the section.
   *
   * @param ownEnd where the section's own lines end, before its first sub-heading
   */
  public InsertionPoint point(
      SourceText source, Section section, int ownEnd, List<Integer> anchors) {
    boolean headed = !section.isRoot() || present || anchors.isEmpty();
    int first = anchors.stream().min(Integer::compare).orElse(next);
    int at = headed || first > ownEnd ? next : first;
    return Lines.pointAt(source, at, false);
  }
}
