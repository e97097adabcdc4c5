package dev.replenish.settings;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.git.setup.ConfigEntry;
import dev.replenish.text.Suggestion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The values of all settings, each from the strongest place that sets it. */
final class SettingValues {
  private final Map<SettingKey, Setting> settings = new EnumMap<>(SettingKey.class);

  /** Resolves the settings; the arguments are those of {@link Settings}. */
  SettingValues(
      Map<SettingKey, String> flags,
      Map<String, String> env,
      List<ConfigEntry> gitConfig,
      List<ConfigEntry> file) {
    for (SettingKey key : SettingKey.values()) {
      put(new Setting(key, key.initial(env), Setting.Place.DEFAULT, "default"));
    }
    entries(file, Setting.Place.FILE);
    entries(gitConfig, Setting.Place.GIT_CONFIG);
    for (SettingKey key : SettingKey.values()) {
      variable(key, key.plainVariable(), env);
      variable(key, key.variable(), env);
    }
    flags.forEach((key, value) -> put(new Setting(key, value, Setting.Place.FLAG, "flag")));
  }

  private void variable(SettingKey key, String name, Map<String, String> env) {
    String value = env.get(name);
    if (value != null && !value.isEmpty()) {
      put(new Setting(key, value, Setting.Place.ENVIRONMENT, name));
    }
  }

  private void put(Setting setting) {
    settings.put(setting.key(), setting);
  }

  private void entries(List<ConfigEntry> entries, Setting.Place place) {
    for (ConfigEntry entry : entries) {
      SettingKey key = SettingKey.of(entry.key()).orElseThrow(() -> unknown(entry));
      Setting before = get(key);
      boolean lines = key == SettingKey.AUDIT_ACCEPT;
      boolean list = lines || key == SettingKey.BOARD || key == SettingKey.TEMPLATE;
      String comma = lines ? "\n" : ",";
      boolean more = list && before.place() == place;
      String value = more ? before.value() + comma + entry.value() : entry.value();
      put(new Setting(key, value, place, entry.origin()));
    }
  }

  private static ProblemException unknown(ConfigEntry entry) {
    List<String> known = new ArrayList<>();
    for (SettingKey key : SettingKey.values()) {
      known.add(key.word());
    }
    String nearest = Suggestion.to(entry.key(), known).orElse(String.join(", ", known));
    return new ProblemException(
        ErrorCode.USAGE,
        "there is no setting 'replenish." + entry.key() + "' (" + entry.origin() + ")",
        "Did you mean " + nearest + "?");
  }

  /** One setting. */
  Setting get(SettingKey key) {
    Setting setting = settings.get(key);
    if (setting == null) {
      throw new IllegalStateException("every key has a default: " + key);
    }
    return setting;
  }

  /** All settings in the order of {@link SettingKey}. */
  List<Setting> all() {
    return List.copyOf(settings.values());
  }

  /** Whether any place sets {@code key}. */
  boolean isSet(SettingKey key) {
    return get(key).place() != Setting.Place.DEFAULT;
  }

  /** The index of a setting's value in {@code words}, in any case; an error names the first two. */
  int indexOf(SettingKey key, String... words) {
    String value = get(key).value().toLowerCase(Locale.ROOT);
    for (int i = 0; i < words.length; i++) {
      if (words[i].equals(value)) {
        return i;
      }
    }
    throw wrong(key, "'" + words[0] + "' or '" + words[1] + "'");
  }

  /** The error for a setting whose value is not {@code expected}. */
  ProblemException wrong(SettingKey key, String expected) {
    Setting setting = get(key);
    String from = setting.place() == Setting.Place.FLAG ? "" : " (" + setting.origin() + ")";
    return new ProblemException(
        ErrorCode.USAGE,
        key.word() + " can't be '" + setting.value() + "'" + from,
        "Give it " + expected + ".");
  }
}
