package dev.replenish.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.board.Group;
import dev.replenish.core.AnyReading;
import dev.replenish.core.BoardFiles;
import dev.replenish.plan.Explicit.Audit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The variants that are tried if a move that writes as little as possible can't be proven. */
class ExplicitTest {
  private static Group group(String backlog) {
    return AnyReading.board(Map.of(BoardFiles.BACKLOG, backlog.getBytes(StandardCharsets.UTF_8)))
        .board()
        .backlog()
        .groups()
        .get(0);
  }

  @Test
  void groupBetweenMarkersHasNoVariants() {
    Group group = group("## group_begin [type:dev][priority:high]\n## group_end\n");
    assertEquals(List.of(), Explicit.more(group));
  }

  @Test
  void variantsWriteMoreStepByStep() {
    assertEquals(
        List.of(
            new Explicit(Audit.FORM, false, true),
            new Explicit(Audit.LEAST, true, true),
            new Explicit(Audit.FORM, true, true),
            new Explicit(Audit.ALONE, false, true),
            new Explicit(Audit.ALONE, true, true)),
        Explicit.more(group("# Tea\n\n## Kitchen\n\n- [ ] Boil\n")));
  }

  @Test
  void headingsAboveGroupAreDroppedLast() {
    List<Explicit> more =
        Explicit.more(group("# Tea\n\n## Version 2\n\n### Kitchen\n\n- [ ] Boil\n"));
    assertEquals(
        List.of(
            new Explicit(Audit.ALONE, true, true),
            new Explicit(Audit.LEAST, false, false),
            new Explicit(Audit.FORM, false, false),
            new Explicit(Audit.LEAST, true, false),
            new Explicit(Audit.FORM, true, false),
            new Explicit(Audit.ALONE, false, false),
            new Explicit(Audit.ALONE, true, false)),
        more.subList(4, more.size()));
  }
}
