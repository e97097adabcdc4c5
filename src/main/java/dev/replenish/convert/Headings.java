package dev.replenish.convert;

import dev.replenish.board.Document;
import dev.replenish.board.Task;
import dev.replenish.markdown.BlockScan;
import dev.replenish.markdown.BlockScan.Kind;
import dev.replenish.text.SourceText;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The headings of a document outside of its tasks. */
final class Headings {
  private final TreeMap<Integer, Heading> all = new TreeMap<>();

  /**
   * A heading.
   *
   * @param at where its first line begins
   * @param level 1 to 6
   * @param title whether it is the title of the whole document
   */
  record Heading(int at, int level, boolean title) {}

  Headings(Document document) {
    TreeMap<Integer, Integer> blocks = new TreeMap<>();
    for (Task task : document.tasks()) {
      blocks.put(task.block().from(), task.block().to());
    }
    SourceText source = document.source();
    BlockScan scan = BlockScan.of(source);
    boolean first = true;
    while (scan.next()) {
      if (scan.level() > 0 && scan.depth() == 0) {
        int at = scan.kind() == Kind.SETEXT ? scan.blockStart() : scan.lineStart();
        var block = blocks.floorEntry(at);
        if (block == null || block.getValue() <= at) {
          all.put(at, new Heading(at, scan.level(), first && scan.level() == 1));
        }
        first = false;
      }
    }
  }

  /** The last heading between two offsets. */
  Optional<Heading> between(int from, int to) {
    return Optional.ofNullable(all.lowerEntry(to))
        .map(Map.Entry::getValue)
        .filter(heading -> heading.at() >= from);
  }
}
