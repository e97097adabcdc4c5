package dev.replenish.plan;

import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.function.Predicate;

/** A change that a step may make outside of blocks. */
@FunctionalInterface
public interface TextRule {

  /**
   * Whether {@code gone} may be replaced by {@code comes}.
   *
   * @param source the file as it is
   * @param gone what goes; empty for an insertion
   * @param comes what comes, without the blocks that arrive with it
   */
  boolean allows(SourceText source, Span gone, String comes);

  /** Any text may come in; nothing goes. */
  static TextRule insertions() {
    return (source, gone, comes) -> gone.length() == 0;
  }

  /** Any text may come in at {@code offset}; nothing goes. */
  static TextRule insertionAt(int offset) {
    return (source, gone, comes) -> gone.equals(Span.at(offset));
  }

  /** Lines may come in that {@code line} accepts, blank ones and separators; nothing goes. */
  static TextRule lines(Predicate<String> line) {
    return (source, gone, comes) ->
        gone.length() == 0
            && comes
                .lines()
                .allMatch(each -> BlockComparison.isSeparation(each) || line.test(each));
  }

  /** The text of {@code value} may change. */
  static TextRule value(Span value) {
    return (source, gone, comes) -> gone.equals(value);
  }

  /** An audit comment may come in, or say more than it did. */
  static TextRule auditComment() {
    return (source, gone, comes) ->
        gone.length() == 0
            ? AuditComment.isOne(comes.strip())
            : AuditComment.grows(source.text(gone), comes);
  }

  /** An audit comment may go, or another one come in its place that says less. */
  static TextRule lessAuditComment() {
    return (source, gone, comes) -> {
      String old = source.text(gone).strip();
      boolean comment = old.startsWith("<!-- Task") && old.lines().count() == 1;
      return comment && (comes.isEmpty() || AuditComment.of(comes).isPresent());
    };
  }
}
