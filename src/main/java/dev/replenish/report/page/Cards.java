package dev.replenish.report.page;

import dev.replenish.app.TaskLine;
import dev.replenish.app.board.BlockReason;
import dev.replenish.app.report.BoardReport;
import dev.replenish.app.report.BoardReport.GroupTasks;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.board.WorkState;
import dev.replenish.forecast.FinishedTask;
import dev.replenish.report.Text;
import dev.replenish.report.forecast.ForecastWords;
import dev.replenish.rules.Reason;
import dev.replenish.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tasks of a board as cards in columns. */
final class Cards {
  /** The most bodies of tasks on a page; further cards have none. */
  private static final int MOST_BODIES = 100;

  /** The number of cards in a column without groups that are not collapsed. */
  private static final int OPEN_CARDS = 8;

  private static final int OPEN_IN_GROUP = 3;

  /** A column of the board. */
  record Column(String id, String title, int count, List<Pile> piles) {}

  /**
   * Cards under a heading.
   *
   * @param title the heading; empty for none
   * @param rest the collapsed cards
   * @param restTitle the number of collapsed cards in words; empty for none
   */
  record Pile(String title, List<Card> cards, List<Card> rest, String restTitle) {}

  /**
   * A task.
   *
   * @param name its id; empty if it has none
   * @param state its state, which determines its colour
   * @param body its body as trusted HTML; empty for none
   */
  record Card(String name, String title, String state, List<Note> notes, String body) {}

  /** A detail of the task on its card. */
  record Note(String text, boolean warning) {}

  private final BoardReport report;
  private final BodyHtml html = new BodyHtml();
  private int bodies;

  private Cards(BoardReport report) {
    this.report = report;
  }

  static List<Column> columns(BoardReport report) {
    Cards cards = new Cards(report);
    Column inWork = cards.column("work", "In work", List.of(cards.pile("", report.inWork())));
    Column blocked = cards.column("blocked", "Blocked", List.of(cards.pile("", report.blocked())));
    List<Pile> groups = new ArrayList<>();
    for (GroupTasks group : report.groups()) {
      groups.add(cards.pile(label(group.group()), group.tasks()));
    }
    Column backlog = cards.column("backlog", "Backlog", groups);
    List<Card> done = report.doneLately().stream().map(Cards::done).toList();
    String lately = "Done in " + BoardReport.LATELY + " days";
    Column finished = cards.column("done", lately, List.of(stack("", done, OPEN_CARDS)));
    List<Column> columns = new ArrayList<>(List.of(backlog, inWork));
    Stream.of(blocked, finished).filter(column -> column.count() > 0).forEach(columns::add);
    return columns;
  }

  private Column column(String id, String title, List<Pile> piles) {
    int count = piles.stream().mapToInt(pile -> pile.cards.size() + pile.rest.size()).sum();
    return new Column(id, title, count, piles);
  }

  private static String label(Group group) {
    String heading = group.section().map(section -> section.heading()).orElse("");
    String type = group.type().orElse("untyped");
    String priority = group.priority().map(known -> ", " + known.word()).orElse("");
    return PageText.line(heading.isEmpty() ? type + priority : heading.replaceFirst("^#+ *", ""));
  }

  private Pile pile(String title, List<TaskLine> tasks) {
    return stack(
        title,
        tasks.stream().map(this::card).toList(),
        title.isEmpty() ? OPEN_CARDS : OPEN_IN_GROUP);
  }

  private static Pile stack(String title, List<Card> cards, int most) {
    int open = Math.min(cards.size() == most + 1 ? most + 1 : most, cards.size());
    List<Card> rest = cards.subList(open, cards.size());
    return new Pile(
        title, cards.subList(0, open), rest, rest.isEmpty() ? "" : rest.size() + " more");
  }

  private Card card(TaskLine line) {
    Task task = line.task();
    List<Note> notes = new ArrayList<>();
    if (report.isInWork(line) || line.state() == WorkState.BLOCKED) {
      notes.add(new Note(line.state().word(), false));
    }
    line.priority().ifPresent(priority -> notes.add(new Note(priority.word(), false)));
    line.hours().ifPresent(hours -> notes.add(new Note(ForecastWords.hours(hours) + " h", false)));
    task.details().assignee().ifPresent(name -> notes.add(new Note(PageText.line(name), false)));
    task.details().due().ifPresent(due -> notes.add(due(due)));
    if (report.age(line).isPresent() && report.isInWork(line)) {
      int days = report.age(line).getAsInt();
      notes.add(new Note(Text.count(days, "day"), report.isOld(line)));
    }
    if (line.state() == WorkState.BLOCKED) {
      BlockReason.of(line.document(), task)
          .ifPresent(why -> notes.add(new Note(PageText.line(why), true)));
    }
    String lacks = Reason.words(line.reasons());
    if (line.state() == WorkState.OPEN && !lacks.isEmpty()) {
      notes.add(new Note(PageText.line(lacks), true));
    }
    return new Card(
        task.isNamed() ? PageText.line(task.name()) : "",
        PageText.title(task.title()),
        line.state().word(),
        notes,
        body(line));
  }

  private Note due(LocalDate due) {
    return new Note("due " + due, due.isBefore(report.date()));
  }

  private String body(TaskLine line) {
    Task task = line.task();
    if (bodies >= MOST_BODIES || task.position().bodyEnd() <= task.position().headerEnd()) {
      return "";
    }
    Span span = new Span(task.position().headerEnd(), task.position().bodyEnd());
    if (span.to() - span.from() > 2 * BodyHtml.LONGEST) {
      return "";
    }
    String body = html.of(line.document().source().text(span)).orElse("");
    bodies += body.isEmpty() ? 0 : 1;
    return body;
  }

  private static Card done(FinishedTask task) {
    List<Note> notes = new ArrayList<>();
    notes.add(new Note("done " + task.finished(), false));
    task.days().ifPresent(days -> notes.add(new Note(Text.count(days, "day"), false)));
    return new Card(PageText.line(task.id()), PageText.title(task.title()), "done", notes, "");
  }
}
