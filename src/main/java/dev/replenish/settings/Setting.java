package dev.replenish.settings;

/**
 * One setting's value.
 *
 * @param key which setting
 * @param value its value as text
 * @param place the place it comes from: one of the five
 * @param origin that place in detail, such as {@code REPLENISH_BATCH_SIZE} or {@code global
 *     (/home/ana/.gitconfig)}
 */
public record Setting(SettingKey key, String value, Place place, String origin) {

  /** The five places, strongest first. */
  public enum Place {
    /** A flag of this call. */
    FLAG("flag"),
    /** A {@code REPLENISH_*} variable. */
    ENVIRONMENT("environment"),
    /** {@code git config replenish.*}. */
    GIT_CONFIG("git-config"),
    /** The versioned {@code .replenish} file. */
    FILE("file"),
    /** The default: no place sets the value. */
    DEFAULT("default");

    private final String word;

    Place(String word) {
      this.word = word;
    }

    /** The word in JSON. */
    public String word() {
      return word;
    }
  }
}
