package dev.replenish.merge;

import dev.replenish.board.Document;
import dev.replenish.board.IndexEntry;
import dev.replenish.board.Task;
import dev.replenish.board.TaskIndex;
import dev.replenish.dialect.Dialect;
import dev.replenish.dialect.NativeDialect;
import dev.replenish.dialect.Role;
import dev.replenish.index.IndexReader;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Merges the three versions of one file of a board by its tasks (docs/how-to/merging.md). It knows
 * nothing of other files, as Git merges one at a time.
 */
public final class FileMerge {
  private static final Dialect NATIVE = new NativeDialect();

  private final Texts texts;
  private final int markerSize;
  private final LineDiff diff;

  /** What became of the file. */
  public sealed interface Result {

    /**
     * The merged file.
     *
     * @param conflicts what is left to a person, between markers
     */
    record Merged(byte[] bytes, List<String> conflicts) implements Result {}

    /**
     * It has to be merged as plain text.
     *
     * @param why a sentence without a final full stop
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
      Texts texts = Texts.of(base, ours, theirs);
      return new FileMerge(oneSummary(texts), markerSize, diff).run();
    } catch (PlainMerge plain) {
      return new Result.Plain(plain.why());
    }
  }

  /** Two summaries of a board never conflict: what they say is for the next command to write. */
  private static Texts oneSummary(Texts texts) {
    List<Span> ours = summaries(texts.ours());
    return ours.isEmpty()
        ? texts
        : texts.withSummaries(ours, summaries(texts.base()), summaries(texts.theirs()));
  }

  private static List<Span> summaries(SourceText text) {
    return NATIVE.read(text, Role.TODO).summaries();
  }

  private Result run() throws PlainMerge {
    Document base = document(texts.base());
    Document ours = document(texts.ours());
    Document theirs = document(texts.theirs());
    if (base.marked() || ours.marked() || theirs.marked()) {
      GroupNames names = new GroupNames(base);
      Versions versions =
          new Versions(
              VersionReader.of(base, names.of(base)),
              VersionReader.of(ours, names.of(ours)),
              VersionReader.of(theirs, names.of(theirs)));
      MergeProof proof = new MergeProof(contents(base), contents(ours), contents(theirs));
      return merged(versions, proof, false);
    }
    return index();
  }

  private Result index() throws PlainMerge {
    TaskIndex base = IndexReader.read(texts.base());
    TaskIndex ours = IndexReader.read(texts.ours());
    TaskIndex theirs = IndexReader.read(texts.theirs());
    if (ours.entries().isEmpty() && theirs.entries().isEmpty()) {
      throw new PlainMerge("its tasks have no markers");
    }
    Versions versions =
        new Versions(VersionReader.of(base), VersionReader.of(ours), VersionReader.of(theirs));
    MergeProof proof = new MergeProof(contents(base), contents(ours), contents(theirs));
    return merged(versions, proof, true);
  }

  private Result merged(Versions versions, MergeProof proof, boolean index) throws PlainMerge {
    MergedText out = new MergedText(markerSize, texts.newLine());
    List<String> conflicts = new PartMerge(versions, diff, out).run();
    prove(proof, texts.read(out.ours()), index, true);
    prove(proof, texts.read(out.theirs()), index, false);
    if (texts.openEnd()) {
      out.openEnd();
    }
    return new Result.Merged(texts.written(out.full()), conflicts);
  }

  private static void prove(MergeProof proof, SourceText result, boolean index, boolean side)
      throws PlainMerge {
    MergeProof.Contents contents =
        index ? contents(IndexReader.read(result)) : contents(document(result));
    Optional<String> violation = proof.violation(contents, side);
    if (violation.isPresent()) {
      throw new PlainMerge("the merge could not be proven: " + violation.get());
    }
  }

  private static Document document(SourceText text) throws PlainMerge {
    Document document = NATIVE.read(text, Role.TODO); // the same for every file of a board
    if (document.damage().isPresent()) {
      throw new PlainMerge("it is damaged: " + document.damage().get().message());
    }
    return document;
  }

  private static MergeProof.Contents contents(Document document) throws PlainMerge {
    Map<String, Span> spans = new HashMap<>();
    for (Task task : document.tasks()) {
      if (task.id().isPresent()) {
        put(spans, task.id().get().value(), task.block());
      }
    }
    return MergeProof.Contents.of(document.source(), spans, Optional.of(document));
  }

  private static MergeProof.Contents contents(TaskIndex index) throws PlainMerge {
    if (index.damage().isPresent()) {
      throw new PlainMerge("it is damaged: " + index.damage().get().message());
    }
    Map<String, Span> spans = new HashMap<>();
    for (IndexEntry entry : index.entries()) {
      put(spans, entry.id().value(), entry.span());
    }
    return MergeProof.Contents.of(index.source(), spans, Optional.empty());
  }

  private static void put(Map<String, Span> spans, String id, Span span) throws PlainMerge {
    if (spans.put(id, span) != null) {
      throw new PlainMerge("two tasks are called " + id);
    }
  }
}
