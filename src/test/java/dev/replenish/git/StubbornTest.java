package dev.replenish.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

/** What Windows refuses for a moment is tried again, and nothing else. */
class StubbornTest {
  private int calls;

  private Stubborn.Step refusing(int times, IOException why) {
    return () -> {
      if (++calls <= times) {
        throw why;
      }
    };
  }

  @Test
  void aFileThatIsHeldForAMoment() throws IOException {
    Stubborn.times(Stubborn.TRIES, refusing(3, new AccessDeniedException("TODO.md")));
    assertEquals(4, calls);
  }

  @Test
  void aFileThatStaysHeld() {
    Stubborn.Step step = refusing(99, new AccessDeniedException("TODO.md"));
    assertThrows(AccessDeniedException.class, () -> Stubborn.times(Stubborn.TRIES, step));
    assertEquals(Stubborn.TRIES, calls);
  }

  @Test
  void elsewhereOnceIsEnough() {
    Stubborn.Step step = refusing(99, new AccessDeniedException("TODO.md"));
    assertThrows(AccessDeniedException.class, () -> Stubborn.times(1, step));
    assertEquals(1, calls);
  }

  @Test
  void whatIsNoRefusalFailsAtOnce() {
    Stubborn.Step step = refusing(99, new NoSuchFileException("TODO.md"));
    assertThrows(NoSuchFileException.class, () -> Stubborn.times(Stubborn.TRIES, step));
    assertEquals(1, calls);
  }
}
