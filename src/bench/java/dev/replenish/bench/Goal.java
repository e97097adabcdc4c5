package dev.replenish.bench;

/** The upper limit of a ratio in {@code docs/performance.md}, and why it may be exceeded. */
enum Goal {
  COLD("`run` on ten tasks, to a Hello World with picocli", 3.3, ""),
  PEER(
      "`run` on ten tasks, to `tasks-axi mv` with a commit",
      1,
      "Both take about as long; Java alone takes a fifth of it before Replenish itself begins."),
  NATIVE(
      "`run` on 10,000 native tasks, to the script",
      2,
      "Four fifths of the time go into reading the file twice, before and after the edit: the second"
          + " reading is the proof. Java runs these"
          + " seconds in the quick compiler; the thorough one costs more than it saves. To hash and"
          + " to deflate in two threads was 8 % slower."),
  UNMARKED(
      "`plan` without marks, to a native board of the same size",
      2,
      "Markers show where a task begins. Without them each title is compared with the words"
          + " of all languages, each heading and list is compared with all others, and the"
          + " edited file is read again as a whole, since the reading of what is left must not"
          + " change. If nothing can be moved, the file is read once."),
  LOG("`log` of a long history, to Git's own walk", 2, ""),
  AUDIT(
      "`audit` of a long history, to Git's own walk",
      2,
      "Parents come before children, so the whole history is sorted before the first version is read."),
  SHOW(
      "`show` of a long history, to Git's own walk",
      2,
      "Children come before parents, so the whole history is sorted before the first version is read."),
  WORK_TREE(
      "`run` among 100,000 files, to `git add` with `git commit`",
      2,
      "The index is written twice, before the branch moves and after it, so that whoever sees the"
          + " new commit finds its files in the index.");

  private final String what;
  private final double limit;
  private final String reason;

  Goal(String what, double limit, String reason) {
    this.what = what;
    this.limit = limit;
    this.reason = reason;
  }

  String what() {
    return what;
  }

  double limit() {
    return limit;
  }

  /** Why the limit is exceeded, if it is. */
  String reason() {
    return reason;
  }
}
