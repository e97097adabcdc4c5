package dev.replenish.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One fault at one call to the file system.
 *
 * @param number the number of the call among those in the repository's folder, from 1
 * @param call the kind of the call
 * @param path the path of its file, relative to the repository's folder
 * @param fault what happens in place of the call
 */
record FaultPoint(int number, String call, String path, Fault fault) {
  private static final Set<String> READS = Set.of("open-r", "read");

  /** What happens in place of the call. */
  enum Fault {
    /** The process is killed. */
    SIGKILL("kill"),
    /** Half of the bytes are written, then the process is killed. */
    TORN("tear"),
    /** The disk is full from here on: nothing can be created, but removing and renaming work. */
    ENOSPC("28+"),
    /** Nothing can be written from here on. */
    EROFS("30+"),
    /** This one call fails. */
    EIO("5"),
    /** This one file can't be opened, because too many files are open. */
    EMFILE("24");

    final String how;

    Fault(String how) {
      this.how = how;
    }

    boolean kills() {
      return this == SIGKILL || this == TORN;
    }

    /** Whether this can happen at a call of that kind, with another result than one call later. */
    boolean happensAt(String call) {
      return switch (this) {
        case SIGKILL, EROFS -> !READS.contains(call);
        case TORN -> call.equals("write");
        case ENOSPC -> Set.of("open-w", "write", "link", "mkdir", "fsync").contains(call);
        case EMFILE -> call.startsWith("open");
        case EIO -> !call.equals("open-r"); // the same as EMFILE
      };
    }
  }

  /** Every fault that can happen at the calls of this log. */
  static List<FaultPoint> of(List<String> log, String root) {
    List<FaultPoint> points = new ArrayList<>();
    String previous = "";
    for (String line : log) {
      String[] words = line.split(" ", 3);
      boolean furtherRead = previous.equals("read " + words[2]) && words[1].equals("read");
      previous = words[1] + " " + words[2];
      if (furtherRead) {
        continue; // reads only the end of the file
      }
      String path = words[2].substring(root.length());
      for (Fault fault : Fault.values()) {
        if (fault.happensAt(words[1])) {
          points.add(new FaultPoint(Integer.parseInt(words[0]), words[1], path, fault));
        }
      }
    }
    return points;
  }

  @Override
  public String toString() {
    return fault + " at call " + number + ", " + call + " " + path;
  }
}
