package dev.replenish.board;

import java.util.List;

/**
 * How a document was read, and why (docs/reference/unmarked.md, "How a file is read").
 *
 * @param summary a short description of the reading
 * @param parts what its headings, lists and tables were read as, in listed order
 * @param overlooked the lines, from 1, that look like tasks but were not read as tasks
 * @param boxes those of the overlooked lines whose open box is in a quote or a paragraph instead of
 *     a list
 */
public record ReadingReport(
    String summary, List<Part> parts, List<Integer> overlooked, List<Integer> boxes) {
  /** The report on a file with markers: nothing needs an explanation. */
  public static final ReadingReport MARKED =
      new ReadingReport("tasks have markers", List.of(), List.of(), List.of());

  /**
   * A heading, a list, a table or lines of text.
   *
   * @param first its first line, from 1
   * @param last its last line
   * @param what a heading, a list or a table
   * @param role what it was read as
   * @param sum the sum of the cues' weights, such as {@code +2.5}
   * @param cues what counted for this role and against it, each with its weight
   */
  public record Part(int first, int last, String what, String role, String sum, List<String> cues) {

    /** Copies the collection. */
    public Part {
      cues = List.copyOf(cues);
    }
  }

  /** Copies the collections. */
  public ReadingReport {
    parts = List.copyOf(parts);
    overlooked = List.copyOf(overlooked);
    boxes = List.copyOf(boxes);
  }

  /** The parts that hold {@code line}, the innermost last. */
  public List<Part> at(int line) {
    return parts.stream().filter(part -> part.first() <= line && line <= part.last()).toList();
  }
}
