package dev.replenish.action;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the expressions of a list of steps can see. */
final class Scope {
  private final Map<String, Object> contexts = new TreeMap<>();
  private final Map<String, Object> steps = new TreeMap<>();
  private boolean failed;

  Scope(Map<String, ?> contexts) {
    this.contexts.putAll(contexts);
    this.contexts.put("steps", steps);
  }

  /** The context with that name. */
  Object context(String name) {
    Object context = contexts.get(name);
    if (context == null) {
      throw new AssertionError("there is no context " + name);
    }
    return context;
  }

  /** The same contexts for the steps of an action with these inputs. */
  Scope of(Map<String, String> inputs) {
    Map<String, Object> inner = new TreeMap<>(contexts);
    inner.put("inputs", inputs);
    return new Scope(inner);
  }

  /** Remembers the outputs of a step that has ended or was skipped. */
  void ended(@Nullable Object id, Map<String, String> outputs) {
    if (id != null) {
      steps.put(id.toString(), Map.of("outputs", outputs));
    }
  }

  boolean failed() {
    return failed;
  }

  void fail() {
    failed = true;
  }
}
