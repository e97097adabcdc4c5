package dev.replenish.outline;

import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.board.Group;
import dev.replenish.board.InsertionPoint;
import dev.replenish.board.InsertionSite;
import dev.replenish.board.ReadingComment;
import dev.replenish.board.StatusAliases;
import dev.replenish.board.Task;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.dialect.Lines;
import dev.replenish.markdown.BlockScan.Kind;
import dev.replenish.outline.page.AuditComments;
import dev.replenish.outline.page.Evidence;
import dev.replenish.outline.page.HeadingFacts;
import dev.replenish.outline.page.LabelLines;
import dev.replenish.outline.page.LineLabels;
import dev.replenish.outline.page.ListUnit;
import dev.replenish.outline.page.Outline;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.page.TrailingDefinitions;
import dev.replenish.outline.task.FoundTask;
import dev.replenish.outline.words.Naming;
import dev.replenish.outline.words.Topic;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads one document by its structure: the headings that the survey saw get roles, and the shapes
 * find the tasks below them (docs/reference/unmarked.md, "How a file is read").
 */
final class OutlineReader {
  private final SourceText source;
  private final FileRole role;
  private final StatusAliases aliases;
  private final Outline outline;
  private final HeadingTask headings;
  private final Survey survey;
  private final HeadingRoles roles;
  private final List<Task> tasks = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private final List<InsertionSite> insertionSites = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Explanation> explained = new ArrayList<>();
  private final List<SectionReading> sections = new ArrayList<>();
  private final TaskIndex index = new TaskIndex();
  private final StateDoubts doubts;
  private final PlainLines lines;
  private boolean otherForms;

  OutlineReader(SourceText source, FileRole role, StatusAliases aliases) {
    this.aliases = aliases;
    this.source = source;
    this.role = role;
    this.outline = new Outline(source, role == FileRole.BACKLOG);
    this.headings = new HeadingTask(outline);
    this.survey = new Survey(outline, headings, role == FileRole.BACKLOG);
    this.roles = new HeadingRoles(survey);
    this.lines = new PlainLines(outline, survey, roles, role);
    this.doubts = new StateDoubts(outline, survey, roles);
  }

  /**
   * What was read under one heading that is no task.
   *
   * @param context this heading and those around it
   * @param headings the headings directly below it that are or may be tasks
   * @param found the tasks of richer forms among its own lines
   */
  private record SectionReading(
      HeadingContext context, List<FoundTask> headings, List<FoundTask> found) {

    /** Whether there are tasks in a richer form than plain lists. */
    boolean isRich() {
      return !found.isEmpty() || headings.stream().anyMatch(task -> !task.unclear());
    }

    /** Whether a heading marks the tasks as done: open ones may be written otherwise. */
    boolean isDone() {
      return context.topic().filter(Topic.DONE::equals).isPresent();
    }
  }

  Document read() {
    roles.adoptParts();
    otherForms =
        role == FileRole.BACKLOG && roles.tasks() + survey.movedHeadings() + roles.boxes() > 0;
    index.addHeadings(survey, roles, outline);
    visit(outline.root());
    readPlainForms();
    sections.forEach(this::addTasks);
    if (role == FileRole.BACKLOG && tasks.isEmpty()) {
      insertionSites.addAll(
          0,
          sections.stream()
              .map(SectionReading::context)
              .filter(OutlineReader::isTop)
              .map(top -> InsertionSites.of(top, List.of()))
              .toList());
    }
    tasks.sort(Comparator.comparingInt(Task::line));
    groups.sort(Comparator.comparingInt(group -> group.tasks().get(0).line()));
    List<Span> summaries = summaries(); // their findings come first
    addFindings();
    return new Document(
        source,
        new Document.Blocks(groups, tasks, List.of(), List.of()),
        findings,
        new Document.Insertions(
            Lines.pointAt(source, source.length(), endsInList(outline.lines().size())),
            end(),
            insertionSites),
        Optional.empty(),
        summaries,
        false,
        new Reasons(outline, survey, roles, tasks, explained)::report);
  }

  /** The summaries of the backlog, without those inside of tasks. */
  private List<Span> summaries() {
    if (role != FileRole.BACKLOG) {
      return List.of();
    }
    List<Span> outside = outline.summaries().outside(tasks.stream().map(Task::block).toList());
    findings.addAll(outline.summaries().findings());
    return outside;
  }

  private boolean endsInList(int end) {
    int last = outline.lastWritten(0, end);
    return last >= 0 && outline.line(last).depth() > 0;
  }

  /** The place for new text at the end of the file, above closed sections and definitions there. */
  private InsertionPoint end() {
    int end = outline.lines().size();
    List<Section> all = topmost();
    for (int i = all.size() - 1; role == FileRole.TODO && i >= 0; i--) {
      Section section = all.get(i);
      if (!isClosed(section)) {
        break;
      }
      end = section.head;
    }
    if (end == outline.lines().size()) {
      int last = outline.lastWritten(0, end);
      int above = TrailingDefinitions.above(outline, 0, last);
      end = above < last ? above + 1 : end;
    }
    return Lines.pointAt(source, outline.start(end), endsInList(end));
  }

  /** Whether a group added to the section would count as done, set aside or part of a task. */
  private boolean isClosed(Section section) {
    Optional<Topic> topic = section.topic;
    boolean open =
        topic.isEmpty() || List.of(Topic.OPEN, Topic.ACTIVE, Topic.BLOCKED).contains(topic.get());
    return !open || (section.level == 1 && headings.looksLikeTask(section));
  }

  /** The outermost sections, or those below the title if it is above all of them. */
  private List<Section> topmost() {
    List<Section> all =
        outline.root().children.stream().filter(section -> !section.isLine()).toList();
    return all.size() == 1 && all.get(0).isDocumentTitle()
        ? all.get(0).children.stream().filter(section -> !section.isLine()).toList()
        : all;
  }

  /** Finds the tasks of richer forms than plain lists, section by section. */
  private void visit(Section section) {
    if (section.names == Naming.Names.NOTE) {
      return;
    }
    List<Section> below = new ArrayList<>();
    List<FoundTask> tasks = new ArrayList<>();
    for (Section child : section.children) {
      HeadingRoles.Kind kind = roles.kind(child);
      if (kind == HeadingRoles.Kind.GROUP) {
        below.add(child);
      } else {
        HeadingFacts facts = survey.of(child);
        tasks.add(doubts.of(facts, headings.task(facts, kind == HeadingRoles.Kind.UNCLEAR)));
      }
    }
    int real = section.children.size();
    if (lines.mayHold()) {
      LineLabels.insert(outline, section);
    } else {
      LabelLines.insert(outline, section);
    }
    below.addAll(0, section.children.subList(0, section.children.size() - real));
    HeadingContext context = new HeadingContext(outline, section, role, aliases);
    if (!context.informs()) {
      sections.add(
          new SectionReading(context, tasks, Shapes.find(context, explained, otherForms, index)));
    }
    below.forEach(this::visit);
  }

  /** Whether the section, of another file than the backlog, has tasks with ticked boxes only. */
  private boolean isTickedOnly(SectionReading reading) {
    return role != FileRole.BACKLOG
        && !reading.found().isEmpty()
        && reading.found().stream().allMatch(FoundTask::isTicked);
  }

  /** Finds the tasks in plain lists and lines; this depends on all tasks of richer forms. */
  private void readPlainForms() {
    List<FoundTask> richer = new ArrayList<>();
    List<List<ListUnit>> units = new ArrayList<>();
    List<ListUnit> all = new ArrayList<>();
    int movedRicher = 0;
    for (SectionReading reading : sections) {
      if (!reading.isDone()) {
        richer.addAll(reading.headings());
        richer.addAll(reading.found());
      }
      movedRicher += AuditComments.of(outline, reading.context().section()).richer();
      boolean plain =
          (!reading.isRich() || isTickedOnly(reading))
              && !index.rowSections().contains(reading.context().section());
      units.add(plain ? ListUnit.of(outline, reading.context().section()) : List.of());
      all.addAll(units.get(units.size() - 1));
    }
    ListCues cues = new ListCues(outline, survey, roles, movedRicher, richer, all);
    Iterator<Evidence> evidence = cues.of(all).iterator();
    for (int i = 0; i < sections.size(); i++) {
      SectionReading reading = sections.get(i);
      NavigableSet<Integer> ticked = new TreeSet<>();
      if (!units.get(i).isEmpty()) {
        reading.found().forEach(task -> ticked.add(task.range().first()));
      }
      for (ListUnit list : units.get(i)) {
        Evidence cuesOfList = evidence.next();
        List<FoundTask> found = PlainList.find(outline, list, cuesOfList);
        found.removeIf(task -> task.range().holdsAny(ticked));
        explained.add(Explanation.of(list.first(), list.last(), "list", found, cuesOfList));
        reading.found().addAll(found);
      }
      if (role != FileRole.BACKLOG && reading.found().stream().anyMatch(FoundTask::plain)) {
        reading.found().replaceAll(task -> task.besidePlain(source));
      }
    }
    boolean rich =
        richer.stream()
            .anyMatch(task -> !task.unclear() || task.kind() != UnmarkedForm.Kind.SECTION);
    int items = all.stream().mapToInt(list -> list.items().size()).sum();
    List<Section> places = sections.stream().map(reading -> reading.context().section()).toList();
    Map<Section, List<FoundTask>> found = lines.find(places, rich, items, explained);
    for (SectionReading reading : sections) {
      reading.found().addAll(found.getOrDefault(reading.context().section(), List.of()));
    }
  }

  private void addTasks(SectionReading reading) {
    HeadingContext context = reading.context();
    List<FoundTask> found = new ArrayList<>();
    reading.found().removeIf(task -> outline.hasComment(task.range().first(), ReadingComment.NOTE));
    for (FoundTask task : reading.found()) {
      found.add(task.kind() == UnmarkedForm.Kind.ROW ? index.withTableState(task) : task);
    }
    reading.headings().forEach(task -> found.add(index.withTableState(task)));
    SectionTasks sectionTasks = new SectionTasks(context, found);
    tasks.addAll(sectionTasks.tasks());
    boolean empty = found.isEmpty() && !isTop(context) && context.topic().isEmpty();
    if (role == FileRole.BACKLOG) {
      groups.addAll(sectionTasks.groups());
    }
    if (role == FileRole.ARCHIVE
        || context.type().isPresent() && (role == FileRole.TODO || empty)) {
      insertionSites.add(InsertionSites.of(context, found));
    }
  }

  /** Whether the section is the text above all headings, or below the title of the document. */
  private static boolean isTop(HeadingContext context) {
    return context.section().isRoot() || context.section().isDocumentTitle();
  }

  private void addFindings() {
    if (outline.openAtEnd() != Kind.BLANK) {
      String what = outline.openAtEnd() == Kind.FENCE ? "a code fence" : "an HTML block";
      findings.add(
          Finding.of(
              FindingCode.UNCLOSED_BLOCK,
              source.location(outline.openStart()),
              what + " is never closed and hides what follows it"));
    }
    if (role != FileRole.ARCHIVE) {
      findings.addAll(PolicyComments.of(outline, tasks.stream().map(Task::block).toList()));
    }
  }
}
