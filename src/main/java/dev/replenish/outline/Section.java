package dev.replenish.outline;

import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A heading with what stands under it; the root has none and holds the whole document. */
final class Section {
  final @Nullable Section parent;
  final int level;
  final String title;
  final Span heading;
  final int head;
  final int from;
  final boolean named;
  final List<Section> children = new ArrayList<>();
  private int ownEnd;
  private int end;
  private boolean documentTitle;

  /**
   * A section that begins.
   *
   * @param level 1 to 6; 0 for the root
   * @param title the heading's text as written; "" for the root
   * @param heading the bytes of its lines without the last terminator
   * @param head the index of the heading's first line
   * @param from the index of the first line below the heading
   * @param named whether a comment in the heading says that it names a group and no task
   */
  Section(
      @Nullable Section parent,
      int level,
      String title,
      Span heading,
      int head,
      int from,
      boolean named) {
    this.parent = parent;
    this.level = level;
    this.title = title;
    this.heading = heading;
    this.head = head;
    this.from = from;
    this.named = named;
    this.ownEnd = -1;
    this.end = -1;
  }

  /** The next heading stands on the line of index {@code at}; what is open here ends. */
  void ownEndsAt(int at) {
    ownEnd = ownEnd < 0 ? at : ownEnd;
  }

  void endsAt(int at) {
    ownEndsAt(at);
    end = at;
  }

  /** One past the index of the last line that belongs to it and to none of its children. */
  int ownEnd() {
    return ownEnd;
  }

  /** One past the index of the last line of it and its children. */
  int end() {
    return end;
  }

  boolean isRoot() {
    return parent == null;
  }

  void makeDocumentTitle() {
    documentTitle = true;
  }

  /** Whether its heading is the title of the whole document. */
  boolean isDocumentTitle() {
    return documentTitle;
  }
}
