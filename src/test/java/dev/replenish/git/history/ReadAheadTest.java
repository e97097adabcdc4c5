package dev.replenish.git.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadAheadTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 64, 65, 5000})
  void everyStepComesInOrder(int count) {
    List<Integer> taken = new ArrayList<>();
    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      expected.add(i);
    }
    AtomicInteger next = new AtomicInteger();
    try (ReadAhead<Integer> steps =
        new ReadAhead<>(() -> Optional.of(next.getAndIncrement()).filter(i -> i < count))) {
      steps.forEach(taken::add);
    }
    assertEquals(expected, taken);
  }

  @Test
  void failureComesAfterTheStepsBeforeIt() {
    List<Integer> taken = new ArrayList<>();
    AtomicInteger next = new AtomicInteger();
    try (ReadAhead<Integer> steps =
        new ReadAhead<>(
            () -> {
              if (next.get() == 70) {
                throw new IllegalArgumentException("damaged");
              }
              return Optional.of(next.getAndIncrement());
            })) {
      assertThrows(IllegalArgumentException.class, () -> steps.forEach(taken::add));
    }
    assertEquals(70, taken.size());
  }

  @Test
  void closingStopsReadingAnEndlessSource() throws InterruptedException {
    AtomicInteger read = new AtomicInteger();
    CountDownLatch some = new CountDownLatch(200);
    ReadAhead<Integer> steps =
        new ReadAhead<>(
            () -> {
              some.countDown();
              return Optional.of(read.incrementAndGet());
            });
    assertTrue(some.await(1, TimeUnit.MINUTES));
    steps.close();
    int last = read.get();
    assertThrows(IllegalStateException.class, () -> steps.forEach(step -> {}));
    assertEquals(last, read.get(), "read after the end");
  }
}
