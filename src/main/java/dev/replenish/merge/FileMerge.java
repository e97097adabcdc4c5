package dev.replenish.merge;

import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.IndexEntry;
import dev.replenish.board.Task;
import dev.replenish.board.TaskIndex;
import dev.replenish.dialect.Dialect;
import dev.replenish.dialect.NativeDialect;
import dev.replenish.index.IndexReader;
import dev.replenish.merge.MergeProof.Contents;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Merges the three versions of one file of a board by its tasks (docs/how-to/merging.md). It sees
 * no other files, as Git merges one at a time.
 */
public final class FileMerge {
  private static final Dialect NATIVE = new NativeDialect();

  private final Texts texts;
  private final int markerSize;
  private final LineDiff diff;

  /** The result for the file. */
  public sealed interface Result {

    /**
     * The merged file.
     *
     * @param conflicts descriptions of the conflicts that are left between markers
     */
    record Merged(byte[] bytes, List<String> conflicts) implements Result {}

    /**
     * The file must be merged as plain text.
     *
     * @param why the reason, a sentence without a final full stop
     */
    record Plain(String why) implements Result {}
  }

  private FileMerge(Texts texts, int markerSize, LineDiff diff) {
    this.texts = texts;
    this.markerSize = markerSize;
    this.diff = diff;
  }

  /**
   * Merges {@code ours} and {@code theirs}, which both began with {@code base}.
   *
   * @param markerSize how many characters a conflict marker has
   */
  public static Result of(byte[] base, byte[] ours, byte[] theirs, int markerSize, LineDiff diff) {
    try {
      Texts texts = Texts.of(new ThreeWay<>(base, ours, theirs));
      // Summaries of a board never conflict: the next command rewrites them.
      Texts withOurSummaries = texts.sharing(text -> NATIVE.read(text, FileRole.TODO).summaries());
      return new FileMerge(withOurSummaries, markerSize, diff).run();
    } catch (PlainMerge plain) {
      return new Result.Plain(plain.why());
    }
  }

  private Result run() {
    ThreeWay<Document> documents = texts.versions().map(FileMerge::document);
    if (documents.any(Document::marked)) {
      GroupNames names = new GroupNames(documents.base());
      return merged(
          documents.map(each -> VersionReader.of(each, names.of(each))),
          documents.map(FileMerge::contents),
          text -> contents(document(text)));
    }
    ThreeWay<TaskIndex> indexes = texts.versions().map(IndexReader::read);
    if (indexes.ours().entries().isEmpty() && indexes.theirs().entries().isEmpty()) {
      throw new PlainMerge("its tasks have no markers");
    }
    return merged(
        indexes.map(VersionReader::of),
        indexes.map(FileMerge::contents),
        text -> contents(IndexReader.read(text)));
  }

  private Result merged(
      ThreeWay<Version> versions,
      ThreeWay<Contents> contents,
      Function<SourceText, Contents> reader) {
    MergedText out = new MergedText(markerSize, texts.newLine());
    List<String> conflicts = new PartMerge(versions, diff, out).run();
    MergeProof proof = new MergeProof(contents);
    prove(proof.violation(reader.apply(texts.read(out.ours())), true));
    prove(proof.violation(reader.apply(texts.read(out.theirs())), false));
    if (texts.openEnd()) {
      out.openEnd();
    }
    return new Result.Merged(texts.written(out.full()), conflicts);
  }

  private static void prove(Optional<String> violation) {
    if (violation.isPresent()) {
      throw new PlainMerge("the merge could not be proven: " + violation.get());
    }
  }

  private static Document document(SourceText text) {
    Document document = NATIVE.read(text, FileRole.TODO); // the same for every file of a board
    if (document.damage().isPresent()) {
      throw new PlainMerge("it is damaged: " + document.damage().get().message());
    }
    return document;
  }

  private static Contents contents(Document document) {
    Map<String, Span> spans = new HashMap<>();
    for (Task task : document.tasks()) {
      if (task.id().isPresent()) {
        put(spans, task.id().get().value(), task.block());
      }
    }
    return Contents.of(document.source(), spans, Optional.of(document));
  }

  private static Contents contents(TaskIndex index) {
    if (index.damage().isPresent()) {
      throw new PlainMerge("it is damaged: " + index.damage().get().message());
    }
    Map<String, Span> spans = new HashMap<>();
    for (IndexEntry entry : index.entries()) {
      put(spans, entry.id().value(), entry.span());
    }
    return Contents.of(index.source(), spans, Optional.empty());
  }

  private static void put(Map<String, Span> spans, String id, Span span) {
    if (spans.put(id, span) != null) {
      throw new PlainMerge("two tasks are called " + id);
    }
  }
}
