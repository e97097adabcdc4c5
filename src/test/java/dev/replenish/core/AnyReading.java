package dev.replenish.core;

import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Readme;
import dev.replenish.board.StatusAliases;
import dev.replenish.board.TaskIndex;
import dev.replenish.dialect.NativeDialect;
import dev.replenish.dialect.SummaryMarkers;
import dev.replenish.index.IndexReader;
import dev.replenish.outline.OutlineDialect;
import dev.replenish.plan.BoardParser;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads files with markers in the native dialect, and all others by their structure. */
public final class AnyReading implements BoardParser {
  public static final AnyReading READING = new AnyReading();

  private AnyReading() {}

  /** The board of {@code files}, read by this parser. */
  public static BoardFiles board(Map<String, byte[]> files) {
    return BoardFiles.of(files).readAs(READING);
  }

  @Override
  public Document read(SourceText text, FileRole role) {
    Document marked = new NativeDialect().read(text, role);
    return marked.marked() ? marked : new OutlineDialect(StatusAliases.NONE).read(text, role);
  }

  @Override
  public Optional<Readme> readme(SourceText text) {
    List<Span> summaries = SummaryMarkers.in(text);
    return summaries.isEmpty() ? Optional.empty() : Optional.of(new Readme(text, summaries));
  }

  @Override
  public TaskIndex index(SourceText text) {
    return IndexReader.read(text);
  }
}
