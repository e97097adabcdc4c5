package dev.replenish.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The limit on which tests with pathological input rely. */
class CpuTimeTest {
  @Test
  void endlessWorkFails() {
    AssertionError error =
        assertThrows(
            AssertionError.class, () -> CpuTime.within(Duration.ofMillis(100), CpuTimeTest::spin));
    assertTrue(error.getMessage().contains("more work"), error.getMessage());
  }

  @Test
  void waitingDoesNotCountAsWork() {
    assertEquals(
        1,
        CpuTime.within(
            Duration.ofMillis(100),
            () -> {
              TimeUnit.MILLISECONDS.sleep(400);
              return 1;
            }));
  }

  @Test
  void failuresOfTheWorkArePropagated() {
    AssertionError error = new AssertionError("mine");
    AssertionError seen =
        assertThrows(
            AssertionError.class,
            () ->
                CpuTime.within(
                    Duration.ofSeconds(10),
                    () -> {
                      throw error;
                    }));
    assertEquals(error, seen);
  }

  private static int spin() {
    int turns = 0;
    while (!Thread.interrupted()) {
      turns++;
    }
    return turns;
  }
}
