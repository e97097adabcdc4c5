package dev.replenish.merge;

/** Why a file is not merged by its tasks, but as plain text. */
final class PlainMerge extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PlainMerge(String why) {
    super(why, null, false, false);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
