package dev.replenish.convert;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.FileNames;
import dev.replenish.plan.Scope;
import dev.replenish.plan.Step;
import dev.replenish.plan.life.ArchiveTemplate;
import dev.replenish.text.Edits;
import dev.replenish.text.LineEnding;
import dev.replenish.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts those tasks of a board that have no markers between markers (docs/reference/converting.md).
 *
 * <pre>Conversion.on(board, files, ids, false).changes()</pre>
 */
public final class Conversion implements Step {
  private final List<ConvertedFile> sheets;
  private final List<Converted> archived;
  private final Set<TaskId> moved = new HashSet<>();
  private final List<FileChange> changes = new ArrayList<>();

  private Conversion(Board board, FileNames files, List<ConvertedFile> sheets, boolean archive) {
    this.sheets = sheets;
    this.archived = archive ? finished(board, sheets) : List.of();
    archived.forEach(task -> moved.add(task.id()));
    for (ConvertedFile sheet : sheets) {
      if (!isArchive(board, sheet.document())) {
        changeTo(sheet.document().source(), sheet.text(this::stays));
      }
    }
    archive(board, files);
  }

  /**
   * The conversion of {@code board}.
   *
   * @param fresh as many new ids as {@link #lacking} says
   * @param archive whether what is finished goes to the archive
   */
  public static Conversion on(Board board, FileNames files, List<TaskId> fresh, boolean archive) {
    ReusableIds own = new ReusableIds(board);
    Iterator<TaskId> next = fresh.iterator();
    List<ConvertedFile> sheets = new ArrayList<>();
    for (Document document : unmarked(board)) {
      boolean grouped = document.path().equals(board.backlog().path());
      List<Converted> tasks = new ArrayList<>();
      for (Task task : document.tasks()) {
        TaskId id = own.keeps(document, task) ? task.id().orElseThrow() : next.next();
        Optional<String> type =
            task.type().or(() -> grouped ? Optional.of("backlog") : Optional.empty());
        tasks.add(new Converted(document, task, id, type));
      }
      sheets.add(new ConvertedFile(document, tasks, grouped));
    }
    return new Conversion(board, files, List.copyOf(sheets), archive);
  }

  /** The files whose tasks are in no markers. */
  public static List<Document> unmarked(Board board) {
    return board.documents().stream()
        .filter(document -> !document.marked() && !document.tasks().isEmpty())
        .toList();
  }

  /** How many tasks have no id that they can keep. */
  public static int lacking(Board board) {
    ReusableIds own = new ReusableIds(board);
    int lacking = 0;
    for (Document document : unmarked(board)) {
      lacking += (int) document.tasks().stream().filter(t -> !own.keeps(document, t)).count();
    }
    return lacking;
  }

  /** What the tasks are called now, file by file in listed order. */
  public List<TaskId> ids() {
    return sheets.stream().flatMap(sheet -> sheet.tasks().stream()).map(Converted::id).toList();
  }

  /** What those tasks are called that go to the archive, in the order in which they are there. */
  public List<TaskId> archived() {
    return archived.stream().map(Converted::id).toList();
  }

  /** How many tasks are blocked now so that they do not become ready by themselves. */
  public int held() {
    return (int)
        sheets.stream()
            .flatMap(sheet -> sheet.tasks().stream())
            .filter(task -> task.hold().isPresent())
            .count();
  }

  private static boolean isArchive(Board board, Document document) {
    return board.archive().map(Document::path).filter(document.path()::equals).isPresent();
  }

  /** What is finished outside of the archive: in {@code TODO.md} first. */
  private static List<Converted> finished(Board board, List<ConvertedFile> sheets) {
    List<Converted> finished = new ArrayList<>();
    for (int i = sheets.size() - 1; i >= 0; i--) {
      if (!isArchive(board, sheets.get(i).document())) {
        sheets.get(i).tasks().stream()
            .filter(task -> !task.status().isActive())
            .forEach(finished::add);
      }
    }
    return finished;
  }

  private boolean stays(Converted task) {
    return !moved.contains(task.id());
  }

  private void changeTo(SourceText source, String text) {
    Edits.between(source, text.getBytes(StandardCharsets.UTF_8))
        .map(FileChange::edit)
        .ifPresent(changes::add);
  }

  /** The archive between markers, if it was not, with what is finished at its end. */
  private void archive(Board board, FileNames files) {
    Optional<ConvertedFile> sheet =
        sheets.stream().filter(any -> isArchive(board, any.document())).findFirst();
    if (sheet.isEmpty() && archived.isEmpty()) {
      return;
    }
    Optional<SourceText> source = board.archive().map(Document::source);
    LineEnding ending =
        source
            .orElse(board.backlog().source())
            .lineEnding(board.backlog().source().lineEnding(LineEnding.LF));
    String begun = sheet.map(any -> any.text(task -> true)).orElseGet(() -> whole(source));
    MarkdownWriter page = new MarkdownWriter(ending.text());
    page.raw(
        source.map(SourceText::isEmpty).orElse(true)
            ? begun + ArchiveTemplate.text(files, ending.text())
            : begun);
    if (!archived.isEmpty()) {
      page.apart();
      archived.forEach(task -> page.block(task.block(ending.text())));
    }
    if (source.isPresent()) {
      changeTo(source.get(), page.text());
    } else {
      String path = FileNames.on(board.dir(), files.archive());
      changes.add(FileChange.create(path, page.text().getBytes(StandardCharsets.UTF_8)));
    }
  }

  private static String whole(Optional<SourceText> source) {
    return source.map(text -> new String(text.bytes(), StandardCharsets.UTF_8)).orElse("");
  }

  @Override
  public List<FileChange> changes() {
    return List.copyOf(changes);
  }

  @Override
  public Scope scope() {
    return Scope.rewriting(
        (before, after) -> new ConversionProof(before, after, sheets, archived).violation());
  }
}
