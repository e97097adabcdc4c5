package dev.replenish.rules;

/** When finished tasks move to the archive by themselves (docs/reference/settings.md). */
public enum Archiving {
  /** Where there is an archive. */
  AUTO,
  /** Always; the archive is created where there is none. */
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
