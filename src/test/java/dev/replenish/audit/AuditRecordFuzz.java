package dev.replenish.audit;

import java.nio.charset.StandardCharsets;

/** Any commit message: it is read, and nothing that it says is longer than it. */
public final class AuditRecordFuzz {
  private AuditRecordFuzz() {}

  /** Called by the fuzzer with whatever it has made up. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    String message = new String(bytes, StandardCharsets.UTF_8);
    check(message);
    check(message + "\n\nReplenish-Board: .\nReplenish-Task: A-1\n");
  }

  private static void check(String message) {
    AuditRecord.of(message)
        .ifPresent(
            trail -> {
              trail.action();
              for (AuditRecord.Entry entry : trail.tasks()) {
                if (!message.contains(entry.id().value()) || !trail.names(entry.id().value())) {
                  throw new AssertionError(entry);
                }
              }
            });
  }
}
