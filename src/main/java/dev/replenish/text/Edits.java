package dev.replenish.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The edits of one file, in order and never overlapping. Applying them changes only the bytes in
 * their spans: a document is spliced, never rendered anew.
 */
public final class Edits {
  private final SourceText source;
  private final List<Replacement> replacements;

  private Edits(SourceText source, List<Replacement> replacements) {
    this.source = source;
    this.replacements = replacements;
  }

  /**
   * The edits of {@code source}. Edits at the same offset keep their order.
   *
   * @throws IllegalArgumentException if two of them overlap or one reaches beyond the file
   */
  public static Edits of(SourceText source, List<Replacement> replacements) {
    List<Replacement> sorted = new ArrayList<>(replacements);
    sorted.sort((a, b) -> Integer.compare(a.span().from(), b.span().from()));
    int reached = 0;
    for (Replacement replacement : sorted) {
      Span span = replacement.span();
      if (span.from() < reached || span.to() > source.length()) {
        throw new IllegalArgumentException("edits overlap or go beyond the file: " + span);
      }
      reached = span.to();
    }
    return new Edits(source, List.copyOf(sorted));
  }

  /** A single edit that turns {@code source} into {@code after}; empty if nothing differs. */
  public static Optional<Edits> between(SourceText source, byte[] after) {
    byte[] before = source.bytes();
    int first = Arrays.mismatch(before, after);
    if (first < 0) {
      return Optional.empty();
    }
    int shared = Math.min(before.length, after.length) - first;
    int tail = 0;
    while (tail < shared && before[before.length - 1 - tail] == after[after.length - 1 - tail]) {
      tail++;
    }
    Span span = new Span(first, before.length - tail);
    byte[] bytes = Arrays.copyOfRange(after, first, after.length - tail);
    return Optional.of(of(source, List.of(new Replacement(span, bytes))));
  }

  /** The file that is edited. */
  public SourceText source() {
    return source;
  }

  /** The edits, front to back. */
  public List<Replacement> replacements() {
    return replacements;
  }

  /** The bytes after the edits. */
  public byte[] apply() {
    byte[] before = source.bytes();
    long size = before.length;
    for (Replacement replacement : replacements) {
      size += replacement.bytes().length - replacement.span().length();
    }
    byte[] after = new byte[Math.toIntExact(size)];
    int read = 0;
    int written = 0;
    for (Replacement replacement : replacements) {
      int kept = replacement.span().from() - read;
      System.arraycopy(before, read, after, written, kept);
      written += kept;
      System.arraycopy(replacement.bytes(), 0, after, written, replacement.bytes().length);
      written += replacement.bytes().length;
      read = replacement.span().to();
    }
    System.arraycopy(before, read, after, written, before.length - read);
    return after;
  }

  /**
   * Whether {@code after} is the file with these edits applied and all other bytes unchanged. The
   * check compares both files side by side and shares no code with {@link #apply}.
   */
  public boolean produces(byte[] after) {
    byte[] before = source.bytes();
    int old = 0;
    int now = 0;
    for (Replacement replacement : replacements) {
      int kept = replacement.span().from() - old;
      int end = now + kept + replacement.bytes().length;
      if (end > after.length
          || !Arrays.equals(before, old, old + kept, after, now, now + kept)
          || !Arrays.equals(after, now + kept, end, replacement.bytes(), 0, end - now - kept)) {
        return false;
      }
      now = end;
      old = replacement.span().to();
    }
    return Arrays.equals(before, old, before.length, after, now, after.length);
  }
}
