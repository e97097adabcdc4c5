package dev.replenish.outline;

import dev.replenish.board.Document;
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
import dev.replenish.dialect.Role;
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
import java.util.Optional;

/**
 * Reads one document by its structure: what the survey saw is given roles, and the shapes show what
 * is in them (docs/reference/unmarked.md, "How a file is read").
 */
final class OutlineReader {
  private final SourceText source;
  private final Role role;
  private final StatusAliases aliases;
  private final Outline outline;
  private final HeadingTask headings;
  private final Survey survey;
  private final HeadingRoles roles;
  private final List<Task> tasks = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private final List<InsertionSite> landings = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Explanation> explained = new ArrayList<>();
  private final List<Read> sections = new ArrayList<>();
  private final TaskIndex index = new TaskIndex();
  private final StateDoubts doubts;
  private final PlainLines lines;
  private boolean otherForms;

  OutlineReader(SourceText source, Role role, StatusAliases aliases) {
    this.aliases = aliases;
    this.source = source;
    this.role = role;
    this.outline = new Outline(source, role == Role.BACKLOG);
    this.headings = new HeadingTask(outline);
    this.survey = new Survey(outline, headings, role == Role.BACKLOG);
    this.roles = new HeadingRoles(survey);
    this.lines = new PlainLines(outline, survey, roles, role);
    this.doubts = new StateDoubts(outline, survey, roles);
  }

  /**
   * What is under one heading that is no task.
   *
   * @param around what the headings around it say
   * @param headings the headings directly below it that are tasks
   * @param found the tasks of richer forms among its own lines
   */
  private record Read(HeadingContext around, List<FoundTask> headings, List<FoundTask> found) {

    /** Whether something richer than items of plain lists is here. */
    boolean isRich() {
      return !found.isEmpty() || headings.stream().anyMatch(task -> !task.unclear());
    }

    /** Whether a heading keeps them apart as done: the open ones may be written otherwise. */
    boolean isOver() {
      return around.topic().filter(Topic.DONE::equals).isPresent();
    }
  }

  Document read() {
    roles.adopt();
    otherForms = role == Role.BACKLOG && roles.tasks() + survey.movedHeadings() + roles.boxes() > 0;
    index.known(survey, roles, outline);
    visit(outline.root());
    lists();
    sections.forEach(this::take);
    if (role == Role.BACKLOG && tasks.isEmpty()) {
      landings.addAll(
          0,
          sections.stream()
              .map(Read::around)
              .filter(OutlineReader::isTop)
              .map(top -> InsertionSites.of(top, List.of()))
              .toList());
    }
    tasks.sort(Comparator.comparingInt(Task::line));
    groups.sort(Comparator.comparingInt(group -> group.tasks().get(0).line()));
    List<Span> summaries = summaries();
    find();
    return new Document(
        source,
        groups,
        tasks,
        List.of(),
        List.of(),
        findings,
        Lines.pointAt(source, source.length(), endsInList(outline.lines().size())),
        bottom(),
        landings,
        Optional.empty(),
        summaries,
        false,
        new Reasons(outline, survey, roles, tasks, explained)::insight);
  }

  /** Those outside of tasks. */
  private List<Span> summaries() {
    if (role != Role.BACKLOG) {
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

  /** The end of the file, above sections at its end that take nothing in. */
  private InsertionPoint bottom() {
    int end = outline.lines().size();
    List<Section> all = topmost();
    for (int i = all.size() - 1; role == Role.TODO && i >= 0; i--) {
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

  /** Whether a group that is added to it would be done, set aside, or a part of a task. */
  private boolean isClosed(Section section) {
    Optional<Topic> topic = section.topic;
    boolean open =
        topic.isEmpty() || List.of(Topic.OPEN, Topic.ACTIVE, Topic.BLOCKED).contains(topic.get());
    return !open || (section.level == 1 && headings.looksLikeTask(section));
  }

  /** The sections that the whole document is made up of. */
  private List<Section> topmost() {
    List<Section> all =
        outline.root().children.stream().filter(section -> !section.isLine()).toList();
    return all.size() == 1 && all.get(0).isDocumentTitle()
        ? all.get(0).children.stream().filter(section -> !section.isLine()).toList()
        : all;
  }

  /** Finds what is richer than plain lists, section by section. */
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
    HeadingContext around = new HeadingContext(outline, section, role, aliases);
    if (!around.informs()) {
      sections.add(new Read(around, tasks, Shapes.find(around, explained, otherForms, index)));
    }
    below.forEach(this::visit);
  }

  /** Whether a list of {@code TODO.md} has got boxes from commands alone, none of which is open. */
  private boolean isMarked(Read read) {
    return role != Role.BACKLOG && read.found().stream().allMatch(FoundTask::isTicked);
  }

  /** Decides on the plain lists, for which all that is richer has to be known. */
  private void lists() {
    List<FoundTask> richer = new ArrayList<>();
    List<List<ListUnit>> units = new ArrayList<>();
    List<ListUnit> all = new ArrayList<>();
    int moved = 0;
    for (Read read : sections) {
      if (!read.isOver()) {
        richer.addAll(read.headings());
        richer.addAll(read.found());
      }
      moved += AuditComments.of(outline, read.around().section()).richer();
      boolean plain =
          (!read.isRich() || isMarked(read)) && !index.rowSections().hold(read.around().section());
      units.add(plain ? ListUnit.of(outline, read.around().section()) : List.of());
      all.addAll(units.get(units.size() - 1));
    }
    ListCues cues = new ListCues(outline, survey, roles, moved, richer, all);
    Iterator<Evidence> evidence = cues.of(all).iterator();
    for (int i = 0; i < sections.size(); i++) {
      Read read = sections.get(i);
      for (ListUnit list : units.get(i)) {
        Evidence of = evidence.next();
        List<FoundTask> found = PlainList.find(outline, list, of);
        found.removeIf(FoundTask::boxed); // they were found before
        explained.add(Explanation.of(list.first(), list.last(), "list", found, of));
        read.found().addAll(found);
      }
      if (role != Role.BACKLOG && read.found().stream().anyMatch(FoundTask::plain)) {
        read.found().replaceAll(task -> task.besidePlain(source));
      }
    }
    boolean rich =
        richer.stream()
            .anyMatch(task -> !task.unclear() || task.kind() != UnmarkedForm.Kind.SECTION);
    int items = all.stream().mapToInt(list -> list.items().size()).sum();
    List<Section> places = sections.stream().map(read -> read.around().section()).toList();
    Map<Section, List<FoundTask>> found = lines.in(places, rich, items, explained);
    for (Read read : sections) {
      read.found().addAll(found.getOrDefault(read.around().section(), List.of()));
    }
  }

  private void take(Read read) {
    HeadingContext around = read.around();
    List<FoundTask> found = new ArrayList<>();
    read.found().removeIf(task -> outline.says(task.first(), ReadingComment.NOTE));
    for (FoundTask task : read.found()) {
      found.add(task.kind() == UnmarkedForm.Kind.ROW ? index.told(task) : task);
    }
    read.headings().forEach(task -> found.add(index.told(task)));
    SectionTasks of = new SectionTasks(around, found);
    tasks.addAll(of.tasks());
    boolean empty = found.isEmpty() && !isTop(around) && around.topic().isEmpty();
    if (role == Role.BACKLOG) {
      groups.addAll(of.groups());
    }
    if (role == Role.ARCHIVE || around.type().isPresent() && (role == Role.TODO || empty)) {
      landings.add(InsertionSites.of(around, found));
    }
  }

  /** Whether it is what is above all headings, or below the title of the document. */
  private static boolean isTop(HeadingContext around) {
    return around.section().isRoot() || around.section().isDocumentTitle();
  }

  private void find() {
    if (outline.openAtEnd() != Kind.BLANK) {
      String what = outline.openAtEnd() == Kind.FENCE ? "a code fence" : "an HTML block";
      findings.add(
          Finding.of(
              FindingCode.UNCLOSED_BLOCK,
              source.location(outline.openStart()),
              what + " is never closed and hides what follows it"));
    }
    if (role != Role.ARCHIVE) {
      findings.addAll(PolicyComments.of(outline, tasks.stream().map(Task::block).toList()));
    }
  }
}
