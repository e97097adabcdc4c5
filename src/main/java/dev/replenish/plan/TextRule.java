package dev.replenish.plan;

import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.function.Predicate;

/** A change that a step may make outside of blocks. */
@FunctionalInterface
public interface TextRule {

  /**
   * Whether {@code removed} may be replaced by {@code inserted}.
   *
   * @param source the file before the change
   * @param removed the text that is removed; empty for an insertion
   * @param inserted the text that is inserted, without the blocks that arrive with it
   */
  boolean allows(SourceText source, Span removed, String inserted);

  /** Any text may be inserted; nothing may be removed. */
  static TextRule insertions() {
    return (source, removed, inserted) -> removed.length() == 0;
  }

  /** Any text may be inserted at {@code offset}; nothing may be removed. */
  static TextRule insertionAt(int offset) {
    return (source, removed, inserted) -> removed.equals(Span.at(offset));
  }

  /**
   * Lines that {@code accepted} accepts, blank lines and separators may be inserted; nothing may be
   * removed.
   */
  static TextRule lines(Predicate<String> accepted) {
    return (source, removed, inserted) ->
        removed.length() == 0
            && inserted
                .lines()
                .allMatch(each -> BlockComparison.isSeparation(each) || accepted.test(each));
  }

  /** The text of {@code value} may change. */
  static TextRule value(Span value) {
    return (source, removed, inserted) -> removed.equals(value);
  }

  /** An audit comment may be inserted or extended. */
  static TextRule auditComment() {
    return (source, removed, inserted) ->
        removed.length() == 0
            ? AuditComment.isOne(inserted.strip())
            : AuditComment.grows(source.text(removed), inserted);
  }

  /** An audit comment may be removed or replaced by a shorter one. */
  static TextRule reducedAuditComment() {
    return (source, removed, inserted) -> {
      String old = source.text(removed).strip();
      boolean comment = old.startsWith("<!-- Task") && old.lines().count() == 1;
      return comment && (inserted.isEmpty() || AuditComment.of(inserted).isPresent());
    };
  }
}
