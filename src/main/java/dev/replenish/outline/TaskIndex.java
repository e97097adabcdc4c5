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

/**
 * The names of tasks in a document, such as {@code T12}, and the states that tables and paragraphs
 * elsewhere give them.
 */
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

  private final Set<String> done = new HashSet<>();

  /** The numbers of items, read when a row first names one. */
  private @Nullable Set<String> numbers;

  /** Whether tasks were moved out of the file, so that numbers may be missing. */
  private boolean moved;

  private final Set<String> headingNames = new HashSet<>();
  private final RowSections rowSections = new RowSections();
  private final Set<String> otherNames = new HashSet<>();
  private final Map<String, Clues> statesByName = new HashMap<>();

  /** How often the file has each word that ends with a digit; empty until first used. */
  private final Map<String, Integer> mentions = new HashMap<>();

  /** Adds the names in front of headings that are tasks, and those of moved tasks. */
  void addHeadings(Survey survey, HeadingRoles roles, Outline outline) {
    for (HeadingFacts facts : survey.all()) {
      boolean task = facts.caption.named() && isTask(facts.section, roles);
      facts.caption.id().filter(id -> task).ifPresent(headingNames::add);
      moved |= otherNames.addAll(AuditComments.ids(outline, facts.section));
      if (roles.kind(facts.section) == HeadingRoles.Kind.GROUP) {
        addParagraphs(outline, facts.section);
      }
    }
  }

  /** Adds the names that paragraphs and quotes of a group state in bold as done. */
  private void addParagraphs(Outline outline, Section section) {
    StringBuilder paragraph = new StringBuilder();
    for (int i = section.from; i < section.ownEnd(); i++) {
      Line line = outline.line(i);
      boolean goesOn = line.kind() == Kind.TEXT && (line.depth() == 0 || line.quoted());
      if (goesOn) {
        paragraph.append(outline.text(line)).append(' ');
      }
      if (!paragraph.isEmpty() && (!goesOn || i + 1 == section.ownEnd())) {
        addDone(paragraph.toString());
        paragraph.setLength(0);
      }
    }
  }

  private void addDone(String paragraph) {
    if (paragraph.indexOf("**") < 0) {
      return; // the case of nearly all paragraphs
    }
    Matcher bold = BOLD.matcher(paragraph);
    while (bold.find()) {
      Matcher name = NAME.matcher(bold.group());
      boolean inDone = name.find() && saysDone(bold.group());
      while (inDone) {
        done.add(name.group());
        inDone = name.find();
      }
    }
    Matcher list = LIST.matcher(paragraph);
    while (list.find()) {
      if (saysDone(list.group(2))) {
        addNames(list.group(), list.group(1));
      }
    }
  }

  /** Adds the names of a list as done; all but the first may lack the letters. */
  private void addNames(String list, String letters) {
    String prefix = letters;
    Matcher number = NUMBER.matcher(list);
    while (number.find()) {
      prefix = number.group(1) == null ? prefix : number.group(1);
      done.add(prefix + number.group(2));
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

  /** The rows with names that are nowhere else in the file. */
  List<FoundTask> uniqueRows(List<FoundTask> rows, Outline outline) {
    if (mentions.isEmpty()) {
      Matcher name = COUNTED.matcher(outline.source().text(new Span(0, outline.source().length())));
      while (name.find()) {
        mentions.merge(name.group(), 1, Integer::sum);
      }
    }
    List<FoundTask> unique = new ArrayList<>();
    for (FoundTask row : rows) {
      Optional<String> id = row.header().id().filter(name -> Caption.isNamed(name + ":"));
      if (id.filter(name -> mentions.getOrDefault(name, 1) == 1).isPresent()) {
        unique.add(row);
      }
    }
    return unique;
  }

  /** Whether a row refers to the number of an item that is or was in the file. */
  private boolean refersToItem(FoundTask row, Outline outline) {
    String title = row.header().caption().title();
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

  /**
   * Whether most rows repeat the name of a heading, a row above or a moved task. Adds the names and
   * states of the rows.
   */
  boolean repeats(List<FoundTask> rows, Outline outline) {
    List<Optional<String>> names = rows.stream().map(TaskIndex::name).toList();
    int repeated = 0;
    for (int i = 0; i < rows.size(); i++) {
      boolean known = names.get(i).filter(this::isKnown).isPresent();
      repeated += known || refersToItem(rows.get(i), outline) ? 1 : 0;
    }
    names.forEach(name -> name.ifPresent(otherNames::add));
    boolean repeats = repeated > 1 && repeated * 2 > rows.size();
    for (int i = 0; i < rows.size(); i++) {
      Clues clues = rows.get(i).state().clues();
      names
          .get(i)
          .filter(id -> repeats || headingNames.contains(id))
          .ifPresent(id -> statesByName.putIfAbsent(id, clues));
    }
    return repeats;
  }

  /** The headings with details of rows. */
  RowSections rowSections() {
    return rowSections;
  }

  /** Whether the rows of a table trace something else to tasks above. */
  boolean traces(Table table, Outline outline) {
    return TraceTable.is(table, outline, this::isKnown);
  }

  private boolean isKnown(String name) {
    return headingNames.contains(name) || otherNames.contains(name);
  }

  /** The name of a task, from a column for ids or in front of its title; a mere number is none. */
  private static Optional<String> name(FoundTask task) {
    Optional<String> title =
        task.header().caption().named() ? task.header().caption().id() : Optional.empty();
    return task.header().id().filter(id -> !isNumber(id)).or(() -> title);
  }

  private static boolean isNumber(String id) {
    for (int i = 0; i < id.length(); i++) {
      if (!Character.isDigit(id.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The task with the state that a table elsewhere gives, if it has none of its own. */
  FoundTask withTableState(FoundTask task) {
    Clues own = task.state().clues();
    Clues row = name(task).map(statesByName::get).orElse(null);
    boolean stateless = own.statuses().isEmpty();
    if (stateless && isStatedDone(task)) {
      return task.withClues(own.asUnsettled());
    }
    if (row == null || !stateless || own.unsettled()) {
      return task;
    }
    Optional<Status> field = row.box().or(row::field).or(row::mark);
    return task.withClues(new Clues(own.box(), field, own.mark(), row.unsettled()));
  }

  /** Whether a paragraph elsewhere names the task as done. */
  private boolean isStatedDone(FoundTask task) {
    Matcher name =
        NAME.matcher(task.header().caption().id().orElse(task.header().caption().title()));
    return name.lookingAt() && done.contains(name.group());
  }
}
