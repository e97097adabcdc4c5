package dev.replenish.outline;

import dev.replenish.board.Field;
import dev.replenish.board.Group;
import dev.replenish.board.InsertionPoint;
import dev.replenish.board.Status;
import dev.replenish.board.Tag;
import dev.replenish.board.Task;
import dev.replenish.board.TaskDefect;
import dev.replenish.board.TaskFields;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.outline.field.LineMarks;
import dev.replenish.outline.page.AuditComments;
import dev.replenish.outline.page.Line;
import dev.replenish.outline.page.Outline;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.page.TitleLine;
import dev.replenish.outline.task.AliasedTask;
import dev.replenish.outline.task.Extents;
import dev.replenish.outline.task.FoundTask;
import dev.replenish.outline.task.Identity;
import dev.replenish.outline.task.StatusResolver;
import dev.replenish.outline.words.Column;
import dev.replenish.outline.words.Naming;
import dev.replenish.outline.words.Topic;
import dev.replenish.outline.words.Urgency;
import dev.replenish.outline.words.Vocabulary;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The tasks of one section, and their groups by urgency. */
final class SectionTasks {

  private final Outline outline;
  private final SourceText source;
  private final HeadingContext context;
  private final List<FoundTask> found;
  private final Extents extents;
  private final Optional<String> type;
  private final List<Task> tasks = new ArrayList<>();
  private final Map<Urgency, List<Tag>> tags = new EnumMap<>(Urgency.class);
  private final Map<Urgency, List<Task>> candidates = new EnumMap<>(Urgency.class);

  SectionTasks(HeadingContext context, List<FoundTask> found) {
    this.outline = context.outline();
    this.source = outline.source();
    this.context = context;
    this.found =
        found.stream()
            .map(foundTask -> AliasedTask.of(foundTask, source, context.aliases()))
            .toList();
    this.extents = new Extents(outline, found);
    Optional<Topic> topic = context.topic();
    boolean topicParked = topic.filter(Topic.PARKED::equals).isPresent();
    Urgency sectionLevel = found.isEmpty() ? Urgency.UNSTATED : context.level();
    boolean doubtful = !found.isEmpty() && context.isDoubtful();
    boolean shut = !found.isEmpty() && context.shut();
    this.type = found.isEmpty() ? Optional.empty() : context.type();
    for (FoundTask foundTask : this.found) {
      Urgency level = foundTask.urgency().orElse(sectionLevel);
      boolean parked = topicParked || level == Urgency.WONT;
      Optional<Status> status = StatusResolver.of(foundTask.state().clues(), topic, doubtful, shut);
      Task task = task(foundTask, level, status, parked);
      tasks.add(task);
      if (!parked && status.map(Status::isActive).orElse(true)) {
        candidates.computeIfAbsent(level, l -> new ArrayList<>()).add(task);
      }
    }
  }

  List<Task> tasks() {
    return tasks;
  }

  private Task task(FoundTask foundTask, Urgency level, Optional<Status> status, boolean parked) {
    Span block = extents.block(foundTask);
    Identity identity = Identity.of(source, foundTask, block);
    Set<TaskDefect> defects = EnumSet.noneOf(TaskDefect.class);
    boolean open = status.map(Status::isActive).orElse(true);
    if (parked && open) {
      defects.add(TaskDefect.PARKED);
    } else if (status.isEmpty()) {
      defects.add(TaskDefect.UNDECIDED);
    } else if (foundTask.unclear() && open) {
      defects.add(TaskDefect.READING_UNCLEAR);
    }
    if (!identity.id().isSafe()) {
      defects.add(TaskDefect.ID_UNSAFE);
    }
    Line first = outline.line(foundTask.range().first());
    UnmarkedForm form =
        new UnmarkedForm(
            foundTask.kind(),
            foundTask.range().frame(),
            foundTask.plain(),
            identity.named(),
            foundTask.openParts(),
            foundTask.state().slot());
    // an unsettled status stays so, whatever the fields of the task state
    TaskFields details =
        new TaskFields(foundTask.fields(), status, marks(foundTask, block), context.aliases());
    return new Task(
        Optional.of(identity.id()),
        foundTask.header().caption().title(),
        tags(foundTask, level),
        new Task.Position(
            block,
            extents.extent(foundTask, block),
            first.end(),
            block.to(),
            outline.number(foundTask.range().first()),
            outline.number(foundTask.range().first())),
        defects,
        Optional.of(form),
        () -> details);
  }

  private Supplier<List<Field>> marks(FoundTask foundTask, Span block) {
    if (!LineMarks.mayBeIn(source, block)) {
      return List::of;
    }
    String title = foundTask.header().caption().title();
    UnmarkedForm.Kind kind = foundTask.kind();
    SourceText text = source;
    return () -> LineMarks.in(text, TitleLine.of(text, block, kind, title));
  }

  /** The tags for what the task, its columns and its headings state. */
  private List<Tag> tags(FoundTask foundTask, Urgency level) {
    List<Tag> shared = tags.computeIfAbsent(level, this::tags);
    for (Field field : foundTask.fields()) {
      if (Vocabulary.names(field.label(), Column.COMPONENT)) {
        List<Tag> all = new ArrayList<>(shared);
        all.add(tag("component", field.value()));
        return all;
      }
    }
    return shared;
  }

  private List<Tag> tags(Urgency level) {
    List<Tag> shared = new ArrayList<>();
    type.ifPresent(word -> shared.add(tag("type", word)));
    level.priority().ifPresent(priority -> shared.add(tag("priority", priority.word())));
    return List.copyOf(shared);
  }

  /** A tag that is not written in the text; its place is that of its section. */
  private Tag tag(String key, String value) {
    Span place = Span.at(context.section().heading.from());
    return new Tag(key, value, place, place, place);
  }

  /** One group for each urgency, in the order of their first tasks. */
  List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    List<FoundTask> moving = found.stream().filter(foundTask -> !foundTask.unclear()).toList();
    boolean none = candidates.isEmpty() || moving.isEmpty();
    String form = none ? "" : formComment(moving);
    String forms = AuditComments.tasksAre(moving.stream().map(FoundTask::form));
    candidates.forEach((level, of) -> groups.add(group(level, of, form, forms)));
    return groups;
  }

  /**
   * What a comment must state about the form of the tasks that move, so that the others are read as
   * before.
   */
  private String formComment(List<FoundTask> moving) {
    Section section = context.section();
    if (moving.stream().anyMatch(foundTask -> foundTask.kind() == UnmarkedForm.Kind.LINE)) {
      return AuditComments.tasksAre(moving.stream().map(FoundTask::form));
    }
    if (!moving.stream().allMatch(FoundTask::plain)
        && Shapes.hidesPlainItems(outline, section, moving)) {
      return AuditComments.FORM;
    }
    if (new HeadingTask(outline).looksLikeTask(section)) {
      return AuditComments.GROUP;
    }
    boolean headings =
        moving.stream()
            .anyMatch(
                foundTask ->
                    outline.line(foundTask.range().first()).depth() == 0
                        && foundTask.kind() == UnmarkedForm.Kind.SECTION);
    return section.isRoot() && headings ? AuditComments.HEADINGS : "";
  }

  private Group group(Urgency level, List<Task> of, String form, String forms) {
    Section section = context.section();
    Naming naming = context.naming();
    boolean whole = candidates.size() == 1 && !section.isRoot();
    AuditComments audits = AuditComments.of(outline, section);
    List<Integer> anchors = found.stream().map(this::anchor).toList();
    InsertionPoint audit = audits.point(source, section, outline.start(section.ownEnd()), anchors);
    return new Group(
        type,
        level.priority(),
        List.of(),
        new Group.Position(
            whole ? section.heading : of.get(0).block(),
            whole ? outline.number(section.head) : of.get(0).line(),
            outline.start(section.end()),
            audit,
            audits.present()),
        false,
        of,
        Optional.of(
            new Group.Section(naming.heading(level), level.rank(), form, forms, context.outer())));
  }

  private int anchor(FoundTask foundTask) {
    return foundTask.range().frame().isEmpty()
        ? outline.line(foundTask.range().first()).start()
        : foundTask.range().frame().get(0).from();
  }
}
