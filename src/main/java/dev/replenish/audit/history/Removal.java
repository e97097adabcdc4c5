package dev.replenish.audit.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where one task went in a commit that removed it from its board.
 *
 * @param kind {@link AuditEventKind#RENUMBERED}, {@link AuditEventKind#MOVED_OUT}, {@link
 *     AuditEventKind#LOST} and so on; empty if it only went to another board
 * @param to its new id, or the file that holds it, or its place on the other board; "" for nothing
 */
public record Removal(Optional<AuditEventKind> kind, String to) {

  /** The removal of the task called {@code id} on the board in {@code dir}. */
  public static Optional<Removal> of(
      Revision revision, Revision.Evidence evidence, String dir, String id) {
    List<Matching> matchings = new ArrayList<>();
    for (Revision.Parent parent : revision.parents()) {
      Matching matching = new Matching(parent.before(), revision.now(), parent.changed());
      matchings.add(matching);
      for (Matching.Pair pair : matching.pairs()) {
        Instance before = pair.before();
        if (before.text().id().equals(id) && before.file().dir().equals(dir)) {
          Optional<Removal> removal = moved(pair);
          if (removal.isPresent()) {
            return removal;
          }
        }
      }
    }
    Removals removals = new Removals(revision, evidence, matchings);
    removals.find();
    return removals.events().stream()
        .filter(each -> each.task().id().equals(id) && each.board().equals(dir))
        .map(each -> new Removal(Optional.of(each.kind()), each.to().orElse("")))
        .findFirst();
  }

  private static Optional<Removal> moved(Matching.Pair pair) {
    if (pair.isRenumbered()) {
      return Optional.of(
          new Removal(Optional.of(AuditEventKind.RENUMBERED), pair.after().text().id()));
    }
    return pair.bringsId()
        ? Optional.of(new Removal(Optional.empty(), pair.after().where()))
        : Optional.empty();
  }
}
