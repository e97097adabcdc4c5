package dev.replenish.merge;

/** Thrown if a file can't be merged by its tasks, but only as plain text. */
final class PlainMerge extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PlainMerge(String why) {
    super(why, null, false, false);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
