package dev.replenish.git.remote;

/** What became of the local branch after a push to the remote's (docs/reference/pushing.md). */
public enum LocalBranchUpdate {
  /** It was moved on to the remote's tip, its files with it. */
  FAST_FORWARDED("fast-forwarded"),
  /** It had all of the remote's commits already. */
  UP_TO_DATE("up-to-date"),
  /** Something of the user's was in the way: it is where it was. */
  LEFT_BEHIND("left-behind"),
  /** There is no such branch here. */
  ABSENT("absent");

  private final String word;

  LocalBranchUpdate(String word) {
    this.word = word;
  }

  /** How JSON names it. */
  public String word() {
    return word;
  }
}
