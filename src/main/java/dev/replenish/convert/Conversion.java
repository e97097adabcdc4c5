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
 * Puts the tasks of a board that have no markers between markers (docs/reference/converting.md).
 *
 * <pre>Conversion.on(board, files, ids, false).changes()</pre>
 */
public final class Conversion implements Step {
  private final List<ConvertedFile> converted;
  private final List<Converted> archived;
  private final Set<TaskId> moved = new HashSet<>();
  private final List<FileChange> changes = new ArrayList<>();

  private Conversion(Board board, FileNames files, List<ConvertedFile> converted, boolean archive) {
    this.converted = converted;
    this.archived = archive ? finished(board, converted) : List.of();
    archived.forEach(task -> moved.add(task.id()));
    for (ConvertedFile file : converted) {
      if (!isArchive(board, file.document())) {
        changeTo(file.document().source(), file.text(this::stays));
      }
    }
    archive(board, files);
  }

  /**
   * The conversion of {@code board}.
   *
   * @param fresh new ids, as many as {@link #lacking} returns
   * @param archive whether finished tasks are moved to the archive
   */
  public static Conversion on(Board board, FileNames files, List<TaskId> fresh, boolean archive) {
    ReusableIds reusable = new ReusableIds(board);
    Iterator<TaskId> next = fresh.iterator();
    List<ConvertedFile> converted = new ArrayList<>();
    for (Document document : unmarked(board)) {
      boolean grouped = document.path().equals(board.backlog().path());
      List<Converted> tasks = new ArrayList<>();
      for (Task task : document.tasks()) {
        TaskId id = reusable.keeps(document, task) ? task.id().orElseThrow() : next.next();
        Optional<String> type =
            task.type().or(() -> grouped ? Optional.of("backlog") : Optional.empty());
        tasks.add(new Converted(document, task, id, type));
      }
      converted.add(new ConvertedFile(document, tasks, grouped));
    }
    return new Conversion(board, files, List.copyOf(converted), archive);
  }

  /** The files whose tasks have no markers. */
  public static List<Document> unmarked(Board board) {
    return board.documents().stream()
        .filter(document -> !document.marked() && !document.tasks().isEmpty())
        .toList();
  }

  /** The number of tasks without an id that they can keep. */
  public static int lacking(Board board) {
    ReusableIds reusable = new ReusableIds(board);
    int lacking = 0;
    for (Document document : unmarked(board)) {
      lacking += (int) document.tasks().stream().filter(t -> !reusable.keeps(document, t)).count();
    }
    return lacking;
  }

  /** The ids of the converted tasks, file by file in listed order. */
  public List<TaskId> ids() {
    return converted.stream().flatMap(file -> file.tasks().stream()).map(Converted::id).toList();
  }

  /** The ids of the tasks that are moved to the archive, in their order there. */
  public List<TaskId> archived() {
    return archived.stream().map(Converted::id).toList();
  }

  /** The number of tasks that become blocked so that the conversion does not make them ready. */
  public int held() {
    return (int)
        converted.stream()
            .flatMap(file -> file.tasks().stream())
            .filter(task -> task.blockReason().isPresent())
            .count();
  }

  private static boolean isArchive(Board board, Document document) {
    return board.archive().map(Document::path).filter(document.path()::equals).isPresent();
  }

  /** The finished tasks outside of the archive, those in {@code TODO.md} first. */
  private static List<Converted> finished(Board board, List<ConvertedFile> converted) {
    List<Converted> finished = new ArrayList<>();
    for (int i = converted.size() - 1; i >= 0; i--) {
      if (!isArchive(board, converted.get(i).document())) {
        converted.get(i).tasks().stream()
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

  /** Converts the archive, if it has no markers, and adds the finished tasks at its end. */
  private void archive(Board board, FileNames files) {
    Optional<ConvertedFile> file =
        converted.stream().filter(f -> isArchive(board, f.document())).findFirst();
    if (file.isEmpty() && archived.isEmpty()) {
      return;
    }
    Optional<SourceText> source = board.archive().map(Document::source);
    LineEnding ending =
        source
            .orElse(board.backlog().source())
            .lineEnding(board.backlog().source().lineEnding(LineEnding.LF));
    String oldText = file.map(f -> f.text(task -> true)).orElseGet(() -> wholeText(source));
    MarkdownWriter writer = new MarkdownWriter(ending.text());
    writer.raw(
        source.map(SourceText::isEmpty).orElse(true)
            ? oldText + ArchiveTemplate.text(files, ending.text())
            : oldText);
    if (!archived.isEmpty()) {
      writer.separate();
      archived.forEach(task -> writer.block(task.block(ending.text())));
    }
    if (source.isPresent()) {
      changeTo(source.get(), writer.text());
    } else {
      String path = FileNames.on(board.dir(), files.archive());
      changes.add(FileChange.create(path, writer.text().getBytes(StandardCharsets.UTF_8)));
    }
  }

  private static String wholeText(Optional<SourceText> source) {
    return source.map(text -> new String(text.bytes(), StandardCharsets.UTF_8)).orElse("");
  }

  @Override
  public List<FileChange> changes() {
    return List.copyOf(changes);
  }

  @Override
  public Scope scope() {
    return Scope.rewriting(
        (before, after) -> new ConversionProof(before, after, converted, archived).violation());
  }
}
