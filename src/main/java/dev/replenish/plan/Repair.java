package dev.replenish.plan;

import dev.replenish.audit.Trailers;
import dev.replenish.board.Finding;
import dev.replenish.text.Edits;
import dev.replenish.text.OneLine;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Applies the safe repairs that come with findings (docs/reference/findings.md, "Repairs"). */
public final class Repair {
  private Repair() {}

  /** The edits of {@code source} that fix those of {@code findings} that are in it. */
  public static Edits edits(SourceText source, Collection<Finding> findings) {
    List<Replacement> edits = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.where().path().equals(source.path())) {
        edits.addAll(finding.fix());
      }
    }
    return Edits.of(source, edits);
  }

  /**
   * The message of the commit that fixes a board.
   *
   * @param dir the board
   * @param findings the repaired findings; none if only empty fields were added
   * @param scaffolded whether empty required fields were added
   * @param key the caller's key, if any
   */
  public static String message(
      String dir,
      List<Finding> findings,
      boolean scaffolded,
      String version,
      Optional<String> key) {
    Map<String, Integer> codes = new TreeMap<>();
    findings.forEach(finding -> codes.merge(finding.code().word(), 1, Integer::sum));
    StringBuilder text = new StringBuilder("chore(backlog): ");
    text.append(subject(findings.size(), scaffolded)).append("\n\n");
    codes.forEach(
        (code, times) -> text.append("- ").append(code).append(", ").append(times).append('\n'));
    text.append(scaffolded ? "- empty fields, which still count as missing\n" : "");
    Trailers trailers = new Trailers(OneLine.line(dir));
    codes.keySet().forEach(code -> trailers.add("Repair", code));
    return text.append('\n').append(trailers.version(version, key)).toString();
  }

  private static String subject(int repairs, boolean scaffolded) {
    String fields = "add empty required fields";
    if (repairs == 0) {
      return fields;
    }
    String repair = "repair " + repairs + (repairs == 1 ? " finding" : " findings");
    return scaffolded ? repair + ", " + fields : repair;
  }
}
