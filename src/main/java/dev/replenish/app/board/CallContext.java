package dev.replenish.app.board;

import dev.replenish.settings.SettingKey;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The context of a call, which every use case receives.
 *
 * @param dir the folder to work from, absolute
 * @param env the environment's variables
 * @param ref the requested branch; empty for the checked-out one
 * @param flags the settings given as options of this call
 */
public record CallContext(
    Path dir, Map<String, String> env, Optional<String> ref, Map<SettingKey, String> flags) {

  /** Copies the maps. */
  public CallContext {
    env = Map.copyOf(env);
    flags = Map.copyOf(flags);
  }
}
