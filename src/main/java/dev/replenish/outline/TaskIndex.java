package dev.replenish.outline;

import dev.replenish.board.Status;
import dev.replenish.markdown.BlockScan.Kind;
import dev.replenish.outline.page.AuditComments;
import dev.replenish.outline.page.Cue;
import dev.replenish.outline.page.HeadingFacts;
import dev.replenish.outline.page.Line;
import dev.replenish.outline.page.Outline;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.page.Table;
import dev.replenish.outline.page.TraceTable;
import dev.replenish.outline.task.FoundTask;
import dev.replenish.outline.task.FoundTask.Clues;
import dev.replenish.outline.words.Caption;
import dev.replenish.outline.words.Column;
import dev.replenish.outline.words.Pictures;
import dev.replenish.outline.words.Topic;
import dev.replenish.outline.words.Vocabulary;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names of tasks that are elsewhere, and what tables and paragraphs there say of them. */
final class TaskIndex {
  private static final Pattern NAME =
      Pattern.compile("(?<![\\p{L}\\p{N}-])\\p{Lu}{1,12}-?\\d{1,4}(?![\\p{L}\\p{N}-])");
  private static final Pattern LIST =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}-])(\\p{Lu}{1,12}-?)\\d{1,4}(?:\\s?[·,、/;]\\s?(?:\\p{Lu}{1,12}-?)?\\d{1,4}){1,40}"
              + "(?=[^*.!?|]{0,24}(\\*\\*[^*]{3,200}\\*\\*))");
  private static final Pattern NUMBER = Pattern.compile("(\\p{Lu}{1,12}-?)?(\\d{1,4})");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{2,}");
  private static final Pattern BOLD = Pattern.compile("\\*\\*[^*]{3,400}\\*\\*");

  private static final Pattern ITEM_NUMBER = Pattern.compile("(\\d{1,4})[.)]\\s*$");

  /** A word and the number of an item in brackets at the end: {@code Oil it (item 3)}. */
  private static final Pattern REFERENCE =
      Pattern.compile("[(（]\\s*(\\p{L}[\\p{L}\\p{M} ]{1,20}?)\\s*#?(\\d{1,4})\\s*[)）]$");

  private static final Pattern COUNTED =
      Pattern.compile("[\\p{L}\\p{N}]+(?:[-_.][\\p{L}\\p{N}]+)*(?<=\\p{N})");

  private final Set<String> over = new HashSet<>();

  /** The numbers of items, read when a row first names one. */
  private @Nullable Set<String> numbers;

  /** Whether tasks were moved out of the file, so that numbers may be missing. */
  private boolean moved;

  private final Set<String> headings = new HashSet<>();
  private final RowSections rowSections = new RowSections();
  private final Set<String> others = new HashSet<>();
  private final Map<String, Clues> told = new HashMap<>();

  /** How often words that end with a digit are in the file; empty until somebody asks. */
  private final Map<String, Integer> mentions = new HashMap<>();

  /** Takes in the names in front of headings that are tasks, and those of what was moved. */
  void known(Survey survey, HeadingRoles roles, Outline outline) {
    for (HeadingFacts facts : survey.all()) {
      boolean task = facts.caption.named() && isTask(facts.section, roles);
      facts.caption.id().filter(id -> task).ifPresent(headings::add);
      moved |= others.addAll(AuditComments.ids(outline, facts.section));
      if (roles.kind(facts.section) == HeadingRoles.Kind.GROUP) {
        paragraphs(outline, facts.section);
      }
    }
  }

  /** Looks for names in what the paragraphs and quotes of a group say in bold is done. */
  private void paragraphs(Outline outline, Section section) {
    StringBuilder paragraph = new StringBuilder();
    for (int i = section.from; i < section.ownEnd(); i++) {
      Line line = outline.line(i);
      boolean goesOn = line.kind() == Kind.TEXT && (line.depth() == 0 || line.quoted());
      if (goesOn) {
        paragraph.append(outline.text(line)).append(' ');
      }
      if (!paragraph.isEmpty() && (!goesOn || i + 1 == section.ownEnd())) {
        over(paragraph.toString());
        paragraph.setLength(0);
      }
    }
  }

  private void over(String paragraph) {
    if (paragraph.indexOf("**") < 0) {
      return; // nearly all
    }
    Matcher bold = BOLD.matcher(paragraph);
    while (bold.find()) {
      Matcher name = NAME.matcher(bold.group());
      boolean done = name.find() && saysDone(bold.group());
      while (done) {
        over.add(name.group());
        done = name.find();
      }
    }
    Matcher list = LIST.matcher(paragraph);
    while (list.find()) {
      if (saysDone(list.group(2))) {
        names(list.group(), list.group(1));
      }
    }
  }

  /** Names that follow each other, of which all but the first may lack the letters. */
  private void names(String list, String letters) {
    String of = letters;
    Matcher number = NUMBER.matcher(list);
    while (number.find()) {
      of = number.group(1) == null ? of : number.group(1);
      over.add(of + number.group(2));
    }
  }

  private static boolean saysDone(String words) {
    return words.codePoints().mapToObj(Pictures::statusOf).anyMatch(TaskIndex::isDone)
        || WORD.matcher(words)
            .results()
            .anyMatch(word -> isDone(Vocabulary.exactStatus(word.group())));
  }

  private static boolean isDone(Optional<Status> status) {
    return status.filter(Status.DONE::equals).isPresent();
  }

  private static boolean isTask(Section section, HeadingRoles roles) {
    boolean informs = false;
    for (Section at = section.parent; at != null; at = at.parent) {
      informs |= at.is(Topic.INFORMATION);
    }
    return roles.kind(section) == HeadingRoles.Kind.TASK
        && !informs
        && !roles.evidence(section).has(Cue.INFORMS);
  }

  /** The rows with a name of their own that is nowhere else in the file. */
  List<FoundTask> alone(List<FoundTask> rows, Outline outline) {
    if (mentions.isEmpty()) {
      Matcher name = COUNTED.matcher(outline.source().text(new Span(0, outline.source().length())));
      while (name.find()) {
        mentions.merge(name.group(), 1, Integer::sum);
      }
    }
    List<FoundTask> alone = new ArrayList<>();
    for (FoundTask row : rows) {
      Optional<String> id = row.id().filter(name -> Caption.isNamed(name + ":"));
      if (id.filter(name -> mentions.getOrDefault(name, 1) == 1).isPresent()) {
        alone.add(row);
      }
    }
    return alone;
  }

  /** Whether it names the number of an item that is or was in the file. */
  private boolean refers(FoundTask row, Outline outline) {
    String title = row.caption().title();
    Matcher reference = REFERENCE.matcher(title);
    return (title.endsWith(")") || title.endsWith("）"))
        && reference.find()
        && Vocabulary.names(reference.group(1), Column.TITLE)
        && (moved || numbers(outline).contains(reference.group(2)));
  }

  private Set<String> numbers(Outline outline) {
    if (numbers == null) {
      numbers = new HashSet<>();
      for (Line line : outline.lines()) {
        if (line.item() && line.numbered()) {
          String mark = outline.source().text(new Span(line.start(), line.content()));
          Matcher number = ITEM_NUMBER.matcher(mark);
          if (number.find()) {
            numbers.add(number.group(1));
          }
        }
      }
    }
    return numbers;
  }

  /** Whether most of the rows have the name of a heading, of a row above or of what was moved. */
  boolean repeats(List<FoundTask> rows, Outline outline) {
    int again = 0;
    for (FoundTask row : rows) {
      again += name(row).filter(this::isKnown).isPresent() || refers(row, outline) ? 1 : 0;
    }
    for (FoundTask row : rows) {
      name(row).ifPresent(others::add);
    }
    boolean repeats = again > 1 && again * 2 > rows.size();
    for (FoundTask row : rows) {
      name(row)
          .filter(id -> repeats || headings.contains(id))
          .ifPresent(id -> told.putIfAbsent(id, row.clues()));
    }
    return repeats;
  }

  /** The headings that say more of rows. */
  RowSections rowSections() {
    return rowSections;
  }

  /** Whether its rows name tasks above, which something else is traced to. */
  boolean traces(Table table, Outline outline) {
    return TraceTable.is(table, outline, this::isKnown);
  }

  private boolean isKnown(String name) {
    return headings.contains(name) || others.contains(name);
  }

  /** Its name in a column for it, or in front of its title; a mere number is none. */
  private static Optional<String> name(FoundTask task) {
    Optional<String> title = task.caption().named() ? task.caption().id() : Optional.empty();
    return task.id().filter(id -> !id.chars().allMatch(Character::isDigit)).or(() -> title);
  }

  /** A task that gives no state of its own, with the one that such a table gives. */
  FoundTask told(FoundTask task) {
    Clues own = task.clues();
    Clues row = name(task).map(told::get).orElse(null);
    boolean silent = own.statuses().isEmpty();
    if (silent && isOver(task)) {
      return task.withClues(own.asUnsettled());
    }
    if (row == null || !silent || own.unsettled()) {
      return task;
    }
    Optional<Status> over = row.box().or(row::field).or(row::mark);
    return task.withClues(new Clues(own.box(), over, own.mark(), row.unsettled()));
  }

  /** Whether a paragraph elsewhere names it and says that something is done. */
  private boolean isOver(FoundTask task) {
    Matcher name = NAME.matcher(task.caption().id().orElse(task.caption().title()));
    return name.lookingAt() && over.contains(name.group());
  }
}
