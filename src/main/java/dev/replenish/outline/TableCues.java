package dev.replenish.outline;

import dev.replenish.board.ReadingComment;
import dev.replenish.outline.page.AuditComments;
import dev.replenish.outline.page.Cue;
import dev.replenish.outline.page.Evidence;
import dev.replenish.outline.page.Outline;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.page.Table;
import dev.replenish.outline.page.TableFacts;
import dev.replenish.outline.task.FoundTask;
import dev.replenish.outline.words.CodedTitle;
import dev.replenish.outline.words.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the cues for one table that could hold tasks, see {@link Cue}. */
final class TableCues {
  private static final int TASKS = 20;
  private static final int UNCLEAR = 10;
  private static final Pattern CODE = Pattern.compile("\\p{Lu}{1,3}-?\\d{0,4}[a-z]?");

  private TableCues() {}

  /** The cues for and against the rows of {@code table} being tasks. */
  static Evidence of(Table table, List<FoundTask> rows, HeadingContext context, boolean richer) {
    TableFacts facts = new TableFacts(table, context.outline());
    boolean running = facts.continueNumbering();
    boolean counted = !running && rows.stream().allMatch(TableCues::isCounted);
    long taskColumns =
        Column.OF_TASKS.stream()
            .filter(column -> table.column(column) >= 0 && !(column == Column.ID && counted))
            .count();
    boolean issues =
        rows.stream().allMatch(row -> HeadingCues.namesIssue(row.header().caption().title()));
    taskColumns += issues ? 1 : 0;
    taskColumns += table.hasRemedy(context.outline()) ? 1 : 0;
    taskColumns +=
        rows.stream().allMatch(row -> CodedTitle.is(row.header().caption().title())) ? 1 : 0;
    boolean boxed = rows.stream().anyMatch(row -> row.state().clues().box().isPresent());
    boolean titled = table.column(Column.TITLE) >= 0;
    taskColumns += titled && facts.haveKinds() ? 1 : 0;
    boolean described = table.column(Column.DESCRIPTION) >= 0;
    boolean hasUnknown = table.columns().stream().anyMatch(Optional::isEmpty);
    boolean bare = !hasUnknown && !described && table.column(Column.ID) < 0;
    Evidence cues =
        new Evidence()
            .add(
                titled
                    ? Cue.TITLE_COLUMN
                    : described ? Cue.DESCRIPTION_COLUMN : Cue.STRANGE_COLUMN);
    for (int i = 0; i < Math.min(2, taskColumns + (boxed ? 1 : 0)); i++) {
      cues.add(Cue.TASK_COLUMN);
    }
    AuditComments audits = AuditComments.of(context.outline(), context.section());
    boolean topic = context.hasTopic();
    boolean plain = table.namesTasks(context.outline());
    boolean proven = taskColumns > 1 && (titled || topic || table.column(Column.STATUS) >= 0);
    return cues.addIf(hasUnknown && taskColumns == 0 && !boxed && !plain, Cue.OTHER_COLUMNS)
        .addIf(richer && !proven && !boxed && !plain, Cue.RICHER_OTHERS)
        .addIf(
            context.isBacklog()
                && table.column(Column.STATUS) < 0
                && !boxed
                && facts.mayHaveStates(),
            Cue.STATES)
        .addIf(context.isBacklog() && bare && areCodes(rows), Cue.CODES)
        .addIf(context.isBacklog() && facts.listGroups(), Cue.GROUP_ROWS)
        .addIf(topic, Cue.UNDER_TOPIC)
        .addIf(!topic && !running && isInforming(context.section()), Cue.TABLE_INFORMS)
        .addIf(
            context.section().listsTasks() || audits.hasMoved(AuditComments.Tasks.ROWS),
            Cue.NAMED_TABLE);
  }

  /** Whether the titles of all rows are codes, which refer to something elsewhere: {@code F1}. */
  private static boolean areCodes(List<FoundTask> rows) {
    return rows.stream().allMatch(row -> CODE.matcher(row.header().caption().title()).matches());
  }

  /** Whether a row has no id but a mere number, which rows of any table may have. */
  private static boolean isCounted(FoundTask row) {
    return row.header().id().filter(id -> !id.chars().allMatch(Character::isDigit)).isEmpty();
  }

  private static boolean isInforming(Section section) {
    return section.parent != null && section.informs;
  }

  /** The rows that are or may be tasks; a comment in a row makes it one. */
  static List<FoundTask> tasks(Outline outline, List<FoundTask> rows, Evidence cues) {
    boolean unclear = cues.sum() < TASKS || (cues.has(Cue.STATES) && !cues.has(Cue.NAMED_TABLE));
    List<FoundTask> tasks = new ArrayList<>();
    for (FoundTask row : rows) {
      if (outline.hasComment(row.range().first(), ReadingComment.TASK)) {
        tasks.add(row);
      } else if (cues.sum() >= UNCLEAR) {
        tasks.add(unclear ? row.asUnclear() : row);
      }
    }
    return tasks;
  }
}
