package dev.replenish.rules;

/** When finished tasks are moved to the archive automatically (docs/reference/settings.md). */
public enum Archiving {
  /** If there is an archive. */
  AUTO,
  /** Always; the archive is created if there is none. */
  ALWAYS,
  /** Only on demand. */
  NEVER;

  /**
   * Whether {@code run}, {@code done} and {@code reject} archive.
   *
   * @param exists whether there is an archive
   */
  public boolean applies(boolean exists) {
    return this == ALWAYS || (this == AUTO && exists);
  }
}
