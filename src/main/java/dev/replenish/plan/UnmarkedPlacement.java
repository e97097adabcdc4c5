package dev.replenish.plan;

import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.InsertionPoint;
import dev.replenish.board.InsertionSite;
import dev.replenish.board.InsertionSite.Bay;
import dev.replenish.board.Task;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.text.Ascii;
import dev.replenish.text.LineEnding;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Puts tasks that no markers enclose into another file: verbatim, where tasks of their shape go on,
 * or under a heading that names their group (docs/reference/unmarked.md, "Moving without markers").
 */
public final class UnmarkedPlacement {
  private static final int HEADING = 2;

  private final SourceText from;
  private final LineEnding ending;
  private final GroupHeading headings;
  private final List<Run> runs = new ArrayList<>();
  private final DefinitionCopies definitions;

  /**
   * A placement.
   *
   * @param from the file that the tasks are in now
   * @param tasks the tasks in order, none enclosed by markers
   * @param ending how lines end in the file that they go to
   * @param explicit how much is said of the group
   */
  public UnmarkedPlacement(
      SourceText from, List<Task> tasks, LineEnding ending, Explicit explicit) {
    this.from = from;
    this.ending = ending;
    this.headings = new GroupHeading(from, tasks, ending, explicit);
    this.definitions = DefinitionCopies.of(from, tasks, ending);
    for (Task task : tasks) {
      Run run = new Run(task);
      Optional<Run> last =
          runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
      last.filter(run::continues).orElseGet(() -> begin(run)).tasks.add(task);
    }
  }

  private Run begin(Run run) {
    runs.add(run);
    return run;
  }

  /** Tasks of one shape in one frame, which are together. */
  private final class Run {
    final UnmarkedForm form;
    final String frame;
    final String lead;
    final List<Task> tasks = new ArrayList<>();

    Run(Task first) {
      this.form = first.form().orElseThrow();
      this.frame = UnmarkedForm.text(from, form.frame());
      this.lead = form.lead(from, first.block());
    }

    boolean continues(Run other) {
      return form.kind() == other.form.kind()
          && frame.equals(other.frame)
          && lead.equals(other.lead);
    }

    /** Whether it can be in {@code landing}, and is read there as what it is. */
    boolean suits(InsertionSite landing) {
      boolean section = form.isSection();
      if (form.isLine() != landing.lines()) {
        return false;
      }
      if (landing.bays().isEmpty()) {
        return !section || GroupHeading.level(from, tasks.get(0)) > HEADING;
      }
      boolean like = landing.bays().stream().anyMatch(this::fits);
      boolean behind =
          !section
              && landing.bays().stream().noneMatch(bay -> bay.kind() == UnmarkedForm.Kind.SECTION);
      return form.plain() == landing.plain() && (like || behind);
    }

    boolean fits(Bay bay) {
      return form.kind() == bay.kind() && frame.equals(bay.frame()) && lead.equals(bay.lead());
    }
  }

  /** A new file: {@code head}, the heading of the group if one is to be named, the tasks. */
  public byte[] create(String head, Group group) {
    return create(head, headings.of(group));
  }

  /** The heading that lines of text need in an archive; none where those at its end have one. */
  public Optional<String> headingIn(Optional<Document> archive) {
    return headings.ofLines().filter(any -> archive.filter(GroupHeading::endsInLines).isEmpty());
  }

  /** A new file: {@code head}, a heading if there is to be one, the tasks. */
  public byte[] create(String head, Optional<String> heading) {
    Text text = new Text();
    text.put(head);
    heading.ifPresent(line -> text.put(line + ending.text() + ending.text()));
    text.runs(runs, false);
    text.put(definitions.inNewFile());
    return text.bytes();
  }

  /** The edits of a TODO. */
  public List<Replacement> into(Document todo, Group group) {
    Optional<InsertionSite> landing =
        todo.landings().stream()
            .filter(
                one -> one.type().equals(group.type()) && one.priority().equals(group.priority()))
            .filter(one -> one.outer().isEmpty() || one.outer().equals(headings.outer(group)))
            .filter(this::suits)
            .findFirst();
    return landing.map(one -> in(todo, one)).orElseGet(() -> atEnd(todo, headings.of(group)));
  }

  /** The edits of a file that take the tasks into one of its sections. */
  public List<Replacement> in(Document file, InsertionSite landing) {
    return definitions.with(into(file.source(), landing), file.source());
  }

  /**
   * Items without boxes are no tasks beside richer ones, and what is below a task that is a section
   * is read as a part of it.
   */
  private boolean suits(InsertionSite landing) {
    return runs.stream().allMatch(run -> run.suits(landing));
  }

  /** Each run where its like goes on, and what has no like at the section's end. */
  private List<Replacement> into(SourceText file, InsertionSite landing) {
    List<Replacement> edits = new ArrayList<>();
    List<Run> others = new ArrayList<>();
    for (Run run : runs) {
      Optional<Bay> bay = landing.bays().stream().filter(run::fits).findFirst();
      bay.ifPresent(like -> edits.add(goingOn(file, like.behind(), run)));
      if (bay.isEmpty()) {
        others.add(run);
      }
    }
    if (!others.isEmpty()) {
      edits.add(added(file, landing.end(), Optional.empty(), others));
    }
    return edits;
  }

  /** At the end of the file: as what is there goes on, or under a heading. */
  public List<Replacement> atEnd(Document file, Optional<String> heading) {
    Optional<Bay> last =
        file.landings().stream()
            .flatMap(landing -> landing.bays().stream())
            .filter(bay -> bay.behind().offset() == file.source().length())
            .findFirst();
    boolean goesOn =
        heading.isEmpty() && runs.size() == 1 && last.filter(runs.get(0)::fits).isPresent();
    Replacement tasks =
        goesOn
            ? goingOn(file.source(), last.orElseThrow().behind(), runs.get(0))
            : added(file.source(), heading.isEmpty() ? below(file) : file.bottom(), heading, runs);
    return definitions.with(List.of(tasks), file.source());
  }

  /** The end of the file; tasks that are headings of the first level follow their like. */
  private InsertionPoint below(Document file) {
    boolean topmost = runs.stream().allMatch(run -> isTopmost(from, run.tasks.get(0)));
    return file.tasks().stream()
        .filter(task -> topmost && isTopmost(file.source(), task))
        .reduce((one, other) -> other)
        .map(task -> point(file.source(), task.block().to()))
        .filter(point -> point.offset() > file.bottom().offset())
        .orElse(file.bottom());
  }

  private static boolean isTopmost(SourceText source, Task task) {
    return GroupHeading.isSection(task) && GroupHeading.level(source, task) == 1;
  }

  private static InsertionPoint point(SourceText source, int offset) {
    Neighbours place = new Neighbours(source, offset);
    return new InsertionPoint(
        offset, place.atLineStart(), place.blankBefore(), false, place.blankAfter());
  }

  private Replacement goingOn(SourceText file, InsertionPoint at, Run run) {
    Text text = new Text();
    text.put(at.atLineStart() ? "" : ending.text());
    boolean apart = run.form.isApart();
    for (Task task : run.tasks) {
      text.put(apart ? ending.text() : "");
      text.bytes(task.block());
    }
    text.put(apart && !isAtEnd(file, at) && !at.blankAfter() ? ending.text() : "");
    return edit(file, at, text);
  }

  private Replacement added(
      SourceText file, InsertionPoint at, Optional<String> heading, List<Run> added) {
    Text text = new Text();
    text.put(at.atLineStart() ? "" : ending.text());
    text.put(at.blankBefore() ? "" : ending.text());
    heading.ifPresent(line -> text.put(line + ending.text() + ending.text()));
    text.runs(added, at.belowList() && heading.isEmpty());
    text.put(isAtEnd(file, at) || at.blankAfter() ? "" : ending.text());
    return edit(file, at, text);
  }

  /** An indented item below a list would be taken for a part of its last item. */
  private boolean isIndented(Run run) {
    int first =
        run.form.frame().isEmpty()
            ? run.tasks.get(0).block().from()
            : run.form.frame().get(0).from();
    return Ascii.isSpaceOrTab(from.bytes()[first]);
  }

  /** A number other than one begins no list right below a line of text. */
  private boolean isNumbered(Run run) {
    int first = run.tasks.get(0).block().from() + run.lead.length();
    return run.form.isItem() && Character.isDigit(from.bytes()[first]);
  }

  private static boolean isAtEnd(SourceText file, InsertionPoint at) {
    return at.offset() == file.length();
  }

  /** A file that does not end its last line goes on not doing so. */
  private Replacement edit(SourceText file, InsertionPoint at, Text text) {
    boolean openEnd = isAtEnd(file, at) && !at.atLineStart();
    byte[] bytes = text.bytes();
    int end = bytes.length - (openEnd ? ending.text().length() : 0);
    return new Replacement(Span.at(at.offset()), Arrays.copyOf(bytes, end));
  }

  /** Text of ours and bytes of theirs, one after the other. */
  private final class Text {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    void put(String text) {
      out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(Span span) {
      byte[] block = from.copy(span, ending);
      out.writeBytes(block);
      put(Ascii.isBreak(block[block.length - 1]) ? "" : ending.text());
    }

    /** Runs with a blank line between them, and a line where one would be a part of another. */
    void runs(List<Run> runs, boolean behindList) {
      boolean belowList = behindList;
      boolean belowSection = false;
      String gap = "";
      for (Run run : runs) {
        put(gap);
        gap = ending.text();
        boolean section = run.form.isSection();
        boolean apart = (belowSection && !section) || (belowList && isIndented(run));
        put(apart ? "---" + ending.text() + ending.text() : "");
        run(run);
        belowList = run.form.isItem();
        belowSection = section;
      }
    }

    /** A run with its frame. */
    private void run(Run run) {
      run.form.frame().forEach(this::bytes);
      put(!run.form.frame().isEmpty() && isNumbered(run) ? ending.text() : "");
      String gap = "";
      for (Task task : run.tasks) {
        put(gap);
        bytes(task.block());
        gap = run.form.isApart() ? ending.text() : "";
      }
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }
}
