package dev.replenish.text;

/**
 * A range of bytes: {@code from} included, {@code to} excluded.
 *
 * @param from first byte, from 0
 * @param to one past the last byte, at least {@code from}
 */
public record Span(int from, int to) {

  /** Checks the order of the offsets. */
  public Span {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("not a span: [" + from + ", " + to + ")");
    }
  }

  /** An empty span at {@code offset}, as an insertion needs it. */
  public static Span at(int offset) {
    return new Span(offset, offset);
  }

  /** The number of bytes. */
  public int length() {
    return to - from;
  }

  /** Whether {@code other} lies inside this span. */
  public boolean contains(Span other) {
    return from <= other.from && other.to <= to;
  }
}
