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

/** The tasks of one section, and the groups that they make up by how urgent they are. */
final class SectionTasks {

  private final Outline outline;
  private final SourceText source;
  private final HeadingContext around;
  private final List<FoundTask> found;
  private final Extents extents;
  private final Optional<String> type;
  private final List<Task> tasks = new ArrayList<>();
  private final Map<Urgency, List<Tag>> tags = new EnumMap<>(Urgency.class);
  private final Map<Urgency, List<Task>> candidates = new EnumMap<>(Urgency.class);

  SectionTasks(HeadingContext around, List<FoundTask> found) {
    this.outline = around.outline();
    this.source = outline.source();
    this.around = around;
    this.found = found.stream().map(one -> AliasedTask.of(one, source, around.aliases())).toList();
    this.extents = new Extents(outline, found);
    Optional<Topic> topic = around.topic();
    boolean aside = topic.filter(Topic.PARKED::equals).isPresent();
    Urgency usual = found.isEmpty() ? Urgency.UNSTATED : around.level();
    boolean ticked = !found.isEmpty() && around.ticked();
    boolean shut = !found.isEmpty() && around.shut();
    this.type = found.isEmpty() ? Optional.empty() : around.type();
    for (FoundTask one : this.found) {
      Urgency level = one.urgency().orElse(usual);
      boolean parked = aside || level == Urgency.WONT;
      Optional<Status> status = StatusResolver.of(one.clues(), topic, ticked, shut);
      Task task = task(one, level, status, parked);
      tasks.add(task);
      if (!parked && status.map(Status::isActive).orElse(true)) {
        candidates.computeIfAbsent(level, l -> new ArrayList<>()).add(task);
      }
    }
  }

  List<Task> tasks() {
    return tasks;
  }

  private Task task(FoundTask one, Urgency level, Optional<Status> status, boolean parked) {
    Span block = extents.block(one);
    Identity identity = Identity.of(source, one, block);
    Set<TaskDefect> flaws = EnumSet.noneOf(TaskDefect.class);
    boolean open = status.map(Status::isActive).orElse(true);
    if (parked && open) {
      flaws.add(TaskDefect.PARKED);
    } else if (status.isEmpty()) {
      flaws.add(TaskDefect.UNDECIDED);
    } else if (one.unclear() && open) {
      flaws.add(TaskDefect.READING_UNCLEAR);
    }
    if (!identity.id().isSafe()) {
      flaws.add(TaskDefect.ID_UNSAFE);
    }
    Line first = outline.line(one.first());
    UnmarkedForm form =
        new UnmarkedForm(
            one.kind(), one.frame(), one.plain(), identity.named(), one.openParts(), one.slot());
    // where the state is unsettled, what the task says of it settles nothing
    TaskFields details = new TaskFields(one.fields(), status, marks(one, block), around.aliases());
    return new Task(
        Optional.of(identity.id()),
        one.caption().title(),
        tags(one, level),
        block,
        extents.extent(one, block),
        first.end(),
        block.to(),
        first.number(),
        first.number(),
        flaws,
        Optional.of(form),
        () -> details);
  }

  private Supplier<List<Field>> marks(FoundTask one, Span block) {
    if (!LineMarks.mayBeIn(source, block)) {
      return List::of;
    }
    String title = one.caption().title();
    UnmarkedForm.Kind kind = one.kind();
    SourceText text = source;
    return () -> LineMarks.in(text, TitleLine.of(text, block, kind, title));
  }

  /** What the task, its columns and its headings say, as tags would between markers. */
  private List<Tag> tags(FoundTask one, Urgency level) {
    List<Tag> shared = tags.computeIfAbsent(level, this::tags);
    for (Field field : one.fields()) {
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
    level.priority().ifPresent(of -> shared.add(tag("priority", of.word())));
    return List.copyOf(shared);
  }

  /** A tag that is not written: it has no other place than its section. */
  private Tag tag(String key, String value) {
    Span place = Span.at(around.section().heading.from());
    return new Tag(key, value, place, place, place);
  }

  /** One group for each level, in the order in which their first tasks are listed. */
  List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    List<FoundTask> moving = found.stream().filter(one -> !one.unclear()).toList();
    boolean none = candidates.isEmpty() || moving.isEmpty();
    String form = none ? "" : form(moving);
    String forms = AuditComments.tasksAre(moving.stream().map(FoundTask::form));
    candidates.forEach((level, of) -> groups.add(group(level, of, form, forms)));
    return groups;
  }

  /** What a comment has to tell of the form of those that move, so that the rest stays as it is. */
  private String form(List<FoundTask> moving) {
    Section section = around.section();
    if (moving.stream().anyMatch(one -> one.kind() == UnmarkedForm.Kind.LINE)) {
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
                one ->
                    outline.line(one.first()).depth() == 0
                        && one.kind() == UnmarkedForm.Kind.SECTION);
    return section.isRoot() && headings ? AuditComments.HEADINGS : "";
  }

  private Group group(Urgency level, List<Task> of, String form, String forms) {
    Section section = around.section();
    Naming naming = around.naming();
    boolean whole = candidates.size() == 1 && !section.isRoot();
    AuditComments audits = AuditComments.of(outline, section);
    List<Integer> anchors = found.stream().map(this::anchor).toList();
    InsertionPoint audit = audits.point(source, section, outline.start(section.ownEnd()), anchors);
    return new Group(
        type,
        level.priority(),
        List.of(),
        whole ? section.heading : of.get(0).block(),
        whole ? outline.line(section.head).number() : of.get(0).line(),
        outline.start(section.end()),
        audit,
        audits.follows(),
        false,
        of,
        Optional.of(
            new Group.Section(naming.heading(level), level.rank(), form, forms, around.outer())));
  }

  private int anchor(FoundTask one) {
    return one.frame().isEmpty() ? outline.line(one.first()).start() : one.frame().get(0).from();
  }
}
