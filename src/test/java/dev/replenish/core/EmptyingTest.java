package dev.replenish.core;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each golden board is emptied run by run. */
class EmptyingTest {
  @TestFactory
  Stream<DynamicTest> boardIsEmptiedWithoutLosingAnything() {
    return GoldenCase.in("golden").stream()
        .map(golden -> DynamicTest.dynamicTest(golden.name(), () -> empty(golden)));
  }

  private static void empty(GoldenCase golden) {
    BoardFiles files = BoardFiles.of(golden.before());
    Emptying.of(files, golden.policy(), golden.date(), run -> {});
  }
}
