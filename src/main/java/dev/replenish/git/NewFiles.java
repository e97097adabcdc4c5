package dev.replenish.git;

import java.util.ArrayList;
import java.util.List;

/** Gives new files the bytes that {@code git add} would store; those that exist keep their ways. */
final class NewFiles {
  private static final byte[] NOTHING = {};

  private NewFiles() {}

  /** The changes as they are committed from {@code workTree} on top of {@code tip}. */
  static List<Change> stored(WorkTree workTree, Tip tip, List<Change> changes) {
    List<Change> stored = new ArrayList<>();
    for (Change change : changes) {
      String path = change.path();
      if (tip.entry(path) == null) {
        LineEndings endings = workTree.endings(workTree.readIndex(), tip, path);
        stored.add(new Change(path, endings.toRepository(change.bytes(), NOTHING)));
      } else {
        stored.add(change);
      }
    }
    return stored;
  }
}
