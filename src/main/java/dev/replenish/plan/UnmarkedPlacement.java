package dev.replenish.plan;

import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.InsertionPoint;
import dev.replenish.board.InsertionSite;
import dev.replenish.board.InsertionSite.RunEnd;
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
 * Puts tasks that no markers enclose into another file, unchanged: after tasks of their shape, or
 * under a heading that names their group (docs/reference/unmarked.md, "Moving without markers").
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
   * @param from the file that holds the tasks now
   * @param tasks the tasks in order, none enclosed by markers
   * @param ending the line ending of the file that they go to
   * @param explicit how much the files state about the group
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

  /** Consecutive tasks of one shape in one frame. */
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

    /** Whether the run can be in {@code site} and is still read as the same tasks there. */
    boolean suits(InsertionSite site) {
      boolean section = form.isSection();
      if (form.isLine() != site.lines()) {
        return false;
      }
      if (site.runEnds().isEmpty()) {
        return !section || GroupHeading.level(from, tasks.get(0)) > HEADING;
      }
      boolean hasMatch = site.runEnds().stream().anyMatch(this::fits);
      boolean canFollow =
          !section
              && site.runEnds().stream().allMatch(end -> end.kind() != UnmarkedForm.Kind.SECTION);
      return form.plain() == site.plain() && (hasMatch || canFollow);
    }

    boolean fits(RunEnd runEnd) {
      return form.kind() == runEnd.kind()
          && frame.equals(runEnd.frame())
          && lead.equals(runEnd.lead());
    }
  }

  /** A new file: {@code head}, the heading of the group if there is one, the tasks. */
  public byte[] create(String head, Group group) {
    return create(head, headings.of(group));
  }

  /** The heading that lines of text need in an archive; none if it already ends in such lines. */
  public Optional<String> headingIn(Optional<Document> archive) {
    return headings.ofLines().filter(any -> archive.filter(GroupHeading::endsInLines).isEmpty());
  }

  /** A new file: {@code head}, the heading if any, the tasks. */
  public byte[] create(String head, Optional<String> heading) {
    Text text = new Text();
    text.put(head);
    heading.ifPresent(line -> text.put(line + ending.text() + ending.text()));
    text.runs(runs, false);
    text.put(definitions.inNewFile());
    return text.bytes();
  }

  /** The edits that insert the tasks into a TODO. */
  public List<Replacement> into(Document todo, Group group) {
    Optional<InsertionSite> existing =
        todo.insertions().sites().stream()
            .filter(
                site ->
                    site.type().equals(group.type()) && site.priority().equals(group.priority()))
            .filter(site -> site.outer().isEmpty() || site.outer().equals(headings.outer(group)))
            .filter(this::suits)
            .findFirst();
    return existing.map(site -> in(todo, site)).orElseGet(() -> atEnd(todo, headings.of(group)));
  }

  /** The edits that insert the tasks into a section of {@code file}. */
  public List<Replacement> in(Document file, InsertionSite site) {
    return definitions.with(into(file.source(), site), file.source());
  }

  /**
   * Whether all runs can be in {@code site}: items without boxes are not read as tasks next to
   * richer ones, and text below a task that is a section is read as part of it.
   */
  private boolean suits(InsertionSite site) {
    return runs.stream().allMatch(run -> run.suits(site));
  }

  /** Inserts each run after tasks of its kind, or else at the end of the section. */
  private List<Replacement> into(SourceText file, InsertionSite site) {
    List<Replacement> edits = new ArrayList<>();
    List<Run> others = new ArrayList<>();
    for (Run run : runs) {
      Optional<RunEnd> runEnd = site.runEnds().stream().filter(run::fits).findFirst();
      runEnd.ifPresent(like -> edits.add(continuation(file, like.behind(), run)));
      if (runEnd.isEmpty()) {
        others.add(run);
      }
    }
    if (!others.isEmpty()) {
      edits.add(addition(file, site.end(), Optional.empty(), others));
    }
    return edits;
  }

  /**
   * The edits that insert the tasks at the end of the file, after its last tasks or under a
   * heading.
   */
  public List<Replacement> atEnd(Document file, Optional<String> heading) {
    Optional<RunEnd> last =
        file.insertions().sites().stream()
            .flatMap(site -> site.runEnds().stream())
            .filter(runEnd -> runEnd.behind().offset() == file.source().length())
            .findFirst();
    boolean continues =
        heading.isEmpty() && runs.size() == 1 && last.filter(runs.get(0)::fits).isPresent();
    Replacement tasks =
        continues
            ? continuation(file.source(), last.orElseThrow().behind(), runs.get(0))
            : addition(
                file.source(),
                heading.isEmpty() ? below(file) : file.insertions().atEnd(),
                heading,
                runs);
    return definitions.with(List.of(tasks), file.source());
  }

  /** The end of the file; tasks that are first-level headings follow the last such task. */
  private InsertionPoint below(Document file) {
    boolean topmost = runs.stream().allMatch(run -> isTopmost(from, run.tasks.get(0)));
    return file.tasks().stream()
        .filter(task -> topmost && isTopmost(file.source(), task))
        .reduce((first, second) -> second)
        .map(task -> point(file.source(), task.block().to()))
        .filter(point -> point.offset() > file.insertions().atEnd().offset())
        .orElse(file.insertions().atEnd());
  }

  private static boolean isTopmost(SourceText source, Task task) {
    return GroupHeading.isSection(task) && GroupHeading.level(source, task) == 1;
  }

  private static InsertionPoint point(SourceText source, int offset) {
    Neighbours place = new Neighbours(source, offset);
    return new InsertionPoint(
        offset, place.atLineStart(), place.blankBefore(), false, place.blankAfter());
  }

  private Replacement continuation(SourceText file, InsertionPoint at, Run run) {
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

  private Replacement addition(
      SourceText file, InsertionPoint at, Optional<String> heading, List<Run> added) {
    Text text = new Text();
    text.put(at.atLineStart() ? "" : ending.text());
    text.put(at.blankBefore() ? "" : ending.text());
    heading.ifPresent(line -> text.put(line + ending.text() + ending.text()));
    text.runs(added, at.belowList() && heading.isEmpty());
    text.put(isAtEnd(file, at) || at.blankAfter() ? "" : ending.text());
    return edit(file, at, text);
  }

  /** Whether the run is indented: below a list, it would be read as part of the last item. */
  private boolean isIndented(Run run) {
    int first =
        run.form.frame().isEmpty()
            ? run.tasks.get(0).block().from()
            : run.form.frame().get(0).from();
    return Ascii.isSpaceOrTab(from.bytes()[first]);
  }

  /** Whether the run is numbered: right below text, only the number 1 begins a list. */
  private boolean isNumbered(Run run) {
    int first = run.tasks.get(0).block().from() + run.lead.length();
    return run.form.isItem() && Character.isDigit(from.bytes()[first]);
  }

  private static boolean isAtEnd(SourceText file, InsertionPoint at) {
    return at.offset() == file.length();
  }

  /** The insertion of {@code text}; a file without a final line break stays so. */
  private Replacement edit(SourceText file, InsertionPoint at, Text text) {
    boolean openEnd = isAtEnd(file, at) && !at.atLineStart();
    byte[] bytes = text.bytes();
    int end = bytes.length - (openEnd ? ending.text().length() : 0);
    return new Replacement(Span.at(at.offset()), Arrays.copyOf(bytes, end));
  }

  /** A buffer for Replenish's own text and bytes of the source file. */
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

    /** Appends runs, a blank line between them, and a separator where one would join another. */
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

    /** Appends a run with its frame. */
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
