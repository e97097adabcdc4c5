package dev.replenish.board;

/** The changes of a task's status (docs/reference/life-cycle.md). */
public enum Transition {
  /** Someone begins, or resumes after a block. */
  START("start", Status.IN_PROGRESS),
  /** It waits for something outside. */
  BLOCK("block", Status.BLOCKED),
  /** It is finished. */
  DONE("done", Status.DONE),
  /** It will not be done. */
  REJECT("reject", Status.REJECTED),
  /** It was finished or blocked by mistake, or should be done after all. */
  REOPEN("reopen", Status.TODO);

  private final String word;
  private final Status target;

  Transition(String word, Status target) {
    this.word = word;
    this.target = target;
  }

  /** The command's name, such as {@code start}. */
  public String word() {
    return word;
  }

  /** The new status. */
  public Status target() {
    return target;
  }

  /** Whether a reason is required. */
  public boolean needsReason() {
    return this == BLOCK || this == REJECT;
  }

  /** Whether it is allowed for a task of {@code status}, even if the status stays the same. */
  public boolean isPossibleFrom(Status status) {
    return this == REOPEN ? status != Status.IN_PROGRESS : status.isActive() || status == target;
  }
}
