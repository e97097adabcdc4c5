package dev.replenish.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** Shows what a change does to a file the way {@code git diff} does. */
public final class UnifiedDiff {
  private UnifiedDiff() {}

  /**
   * The unified diff of one file; empty if nothing changes.
   *
   * @param created whether the file did not exist before
   */
  public static String of(String path, byte[] before, byte[] after, boolean created) {
    RawText oldText = new RawText(before);
    RawText newText = new RawText(after);
    EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, oldText, newText);
    if (edits.isEmpty()) {
      return "";
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String from = created ? "/dev/null" : "a/" + path;
    out.writeBytes(("--- " + from + "\n+++ b/" + path + "\n").getBytes(StandardCharsets.UTF_8));
    try (DiffFormatter formatter = new DiffFormatter(out)) {
      formatter.format(edits, oldText, newText);
      formatter.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
