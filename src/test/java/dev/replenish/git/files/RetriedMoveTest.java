package dev.replenish.git.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

/** What Windows refuses for a moment is tried again, and nothing else. */
class RetriedMoveTest {
  private int calls;

  private RetriedMove.Step refusing(int times, IOException why) {
    return () -> {
      if (++calls <= times) {
        throw why;
      }
    };
  }

  @Test
  void aFileThatIsHeldForAMoment() throws IOException {
    RetriedMove.times(RetriedMove.MAX_TRIES, refusing(3, new AccessDeniedException("TODO.md")));
    assertEquals(4, calls);
  }

  @Test
  void aFileThatStaysHeld() {
    RetriedMove.Step step = refusing(99, new AccessDeniedException("TODO.md"));
    assertThrows(AccessDeniedException.class, () -> RetriedMove.times(RetriedMove.MAX_TRIES, step));
    assertEquals(RetriedMove.MAX_TRIES, calls);
  }

  @Test
  void elsewhereOnceIsEnough() {
    RetriedMove.Step step = refusing(99, new AccessDeniedException("TODO.md"));
    assertThrows(AccessDeniedException.class, () -> RetriedMove.times(1, step));
    assertEquals(1, calls);
  }

  @Test
  void whatIsNoRefusalFailsAtOnce() {
    RetriedMove.Step step = refusing(99, new NoSuchFileException("TODO.md"));
    assertThrows(NoSuchFileException.class, () -> RetriedMove.times(RetriedMove.MAX_TRIES, step));
    assertEquals(1, calls);
  }
}
