package dev.replenish.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What every use case is told.
 *
 * @param dir the folder to work from, absolute
 * @param env the environment's variables
 * @param ref the branch that was asked for; the checked-out one where none was
 * @param flags the settings that this call gives
 */
public record Context(
    Path dir, Map<String, String> env, Optional<String> ref, Map<Key, String> flags) {

  /** Copies the maps. */
  public Context {
    env = Map.copyOf(env);
    flags = Map.copyOf(flags);
  }
}
