package dev.replenish.git.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

/** A move that Windows refuses for a moment is tried again; other failures are not. */
class RetriedMoveTest {
  private int calls;

  private RetriedMove.Step refusing(int times, IOException failure) {
    return () -> {
      if (++calls <= times) {
        throw failure;
      }
    };
  }

  @Test
  void fileThatIsHeldForAMomentIsMoved() throws IOException {
    RetriedMove.times(RetriedMove.MAX_TRIES, refusing(3, new AccessDeniedException("TODO.md")));
    assertEquals(4, calls);
  }

  @Test
  void moveFailsIfTheFileStaysHeld() {
    RetriedMove.Step step = refusing(99, new AccessDeniedException("TODO.md"));
    assertThrows(AccessDeniedException.class, () -> RetriedMove.times(RetriedMove.MAX_TRIES, step));
    assertEquals(RetriedMove.MAX_TRIES, calls);
  }

  @Test
  void moveIsTriedOnceOnOtherSystems() {
    RetriedMove.Step step = refusing(99, new AccessDeniedException("TODO.md"));
    assertThrows(AccessDeniedException.class, () -> RetriedMove.times(1, step));
    assertEquals(1, calls);
  }

  @Test
  void otherFailureIsNotTriedAgain() {
    RetriedMove.Step step = refusing(99, new NoSuchFileException("TODO.md"));
    assertThrows(NoSuchFileException.class, () -> RetriedMove.times(RetriedMove.MAX_TRIES, step));
    assertEquals(1, calls);
  }
}
