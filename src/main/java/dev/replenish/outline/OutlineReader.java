package dev.replenish.outline;

import dev.replenish.board.Document;
import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.board.Group;
import dev.replenish.board.InsertionPoint;
import dev.replenish.board.Landing;
import dev.replenish.board.Task;
import dev.replenish.dialect.Lines;
import dev.replenish.dialect.Role;
import dev.replenish.markdown.BlockScan.Kind;
import dev.replenish.text.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads one document by its structure: section by section, each in the shapes that it holds. */
final class OutlineReader {
  private final SourceText source;
  private final Role role;
  private final Outline outline;
  private final HeadingTask headings;
  private final List<Task> tasks = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private final List<Landing> landings = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  OutlineReader(SourceText source, Role role) {
    this.source = source;
    this.role = role;
    this.outline = Outline.of(source, role == Role.BACKLOG);
    this.headings = new HeadingTask(outline);
  }

  Document read() {
    read(outline.root());
    tasks.sort(Comparator.comparingInt(Task::line));
    groups.sort(Comparator.comparingInt(group -> group.tasks().get(0).line()));
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
        Optional.empty(),
        landings,
        false);
  }

  private boolean endsInList(int end) {
    int last = outline.lastWritten(0, end);
    return last >= 0 && outline.line(last).depth() > 0;
  }

  /** The end of the file, above sections at its end that take nothing in. */
  private InsertionPoint bottom() {
    int end = outline.lines().size();
    for (int i = sections().size() - 1; role == Role.TODO && i >= 0; i--) {
      Section section = sections().get(i);
      if (!isClosed(section)) {
        break;
      }
      end = section.head;
    }
    int offset = end < outline.lines().size() ? outline.line(end).start() : source.length();
    return Lines.pointAt(source, offset, endsInList(end));
  }

  /** Whether a group that is added to it would be done, set aside, or a part of a task. */
  private boolean isClosed(Section section) {
    Optional<Topic> topic = Vocabulary.topic(section.title);
    boolean open = topic.isEmpty() || topic.get() == Topic.ACTIVE || topic.get() == Topic.BLOCKED;
    return !open || (section.level == 1 && headings.looksLikeTask(section));
  }

  /** The sections that the whole document is made up of. */
  private List<Section> sections() {
    List<Section> all = outline.root().children;
    return all.size() == 1 && all.get(0).isDocumentTitle() ? all.get(0).children : all;
  }

  private void read(Section section) {
    List<Section> below = new ArrayList<>();
    List<Found> found = new ArrayList<>();
    for (Section child : section.children) {
      Optional<Found> task = headings.find(child);
      task.ifPresent(found::add);
      if (task.isEmpty()) {
        below.add(child);
      }
    }
    Surroundings around = new Surroundings(outline, section, role);
    if (!around.informs()) {
      found.addAll(0, Shapes.find(outline, section, !found.isEmpty()));
      SectionTasks read = new SectionTasks(around, found);
      tasks.addAll(read.tasks());
      if (role == Role.BACKLOG) {
        groups.addAll(read.groups());
      } else if (role == Role.ARCHIVE || around.type().isPresent()) {
        landings.add(Landings.of(around, found));
      }
    }
    below.forEach(this::read);
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
      findings.addAll(HouseRules.of(outline, tasks.stream().map(Task::block).toList()));
    }
  }
}
