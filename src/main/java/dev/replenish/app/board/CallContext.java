package dev.replenish.app.board;

import dev.replenish.settings.SettingKey;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What every use case is given.
 *
 * @param dir the folder to work from, absolute
 * @param env the environment's variables
 * @param ref the branch that was asked for; the checked-out one where none was
 * @param flags the settings that this call gives
 */
public record CallContext(
    Path dir, Map<String, String> env, Optional<String> ref, Map<SettingKey, String> flags) {

  /** Copies the maps. */
  public CallContext {
    env = Map.copyOf(env);
    flags = Map.copyOf(flags);
  }
}
