package dev.replenish.git.remote;

/** What happened to the local branch after a push (docs/reference/pushing.md). */
public enum LocalBranchUpdate {
  /** It was moved to the remote's tip, and its files were updated. */
  FAST_FORWARDED("fast-forwarded"),
  /** It had all of the remote's commits already. */
  UP_TO_DATE("up-to-date"),
  /** It was not moved, because the user's changes were in the way. */
  LEFT_BEHIND("left-behind"),
  /** There is no local branch of this name. */
  ABSENT("absent");

  private final String word;

  LocalBranchUpdate(String word) {
    this.word = word;
  }

  /** The name in JSON. */
  public String word() {
    return word;
  }
}
