package dev.replenish.action;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** YAML as maps and lists. */
final class Yaml {
  private Yaml() {}

  /** The one document in a file. */
  static Map<String, Object> read(Path file) {
    try {
      LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(false).build();
      return map(new Load(settings).loadFromString(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A node as a map from names to values; empty if there is no node. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> map(@Nullable Object node) {
    return node == null ? Map.of() : (Map<String, Object>) node;
  }

  /** A list of maps, such as steps. */
  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> maps(Object node) {
    return (List<Map<String, Object>>) node;
  }
}
