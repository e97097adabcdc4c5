package dev.replenish.board;

/** What may become of a task (docs/reference/life-cycle.md). */
public enum Transition {
  /** Someone begins, or goes on after a block. */
  START("start", Status.IN_PROGRESS),
  /** It waits for something outside. */
  BLOCK("block", Status.BLOCKED),
  /** It is finished. */
  DONE("done", Status.DONE),
  /** It will not be done. */
  REJECT("reject", Status.REJECTED),
  /** It was finished or blocked by mistake, or is to be done after all. */
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

  /** The status that it leads to. */
  public Status target() {
    return target;
  }

  /** Whether it has to be said why. */
  public boolean needsReason() {
    return this == BLOCK || this == REJECT;
  }

  /** Whether a task of {@code status} can take it; one that is there already stays there. */
  public boolean isPossibleFrom(Status status) {
    return this == REOPEN ? status != Status.IN_PROGRESS : status.isActive() || status == target;
  }
}
