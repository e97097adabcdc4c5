package dev.replenish.plan;

import dev.replenish.board.Board;
import dev.replenish.board.Readme;
import dev.replenish.board.TaskIndex;
import dev.replenish.text.SourceText;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks what a step did to a board against its scope (docs/reference/moving.md, "Proof"). */
record ScopeProof(Scope scope, FileNames files, Map<String, FileChange> changes) {

  /**
   * What is wrong, if anything.
   *
   * @param after {@code before} with the changed files read again
   */
  Optional<String> violation(Board before, Board after) {
    if (scope.rewrite().isPresent()) {
      return scope.rewrite().get().violation(before, after);
    }
    Set<String> declared = new HashSet<>();
    for (FileScope file : scope.files()) {
      String path = FileNames.on(before.dir(), files.name(file.file()));
      declared.add(path);
      Optional<FileChange> change = Optional.ofNullable(changes.get(path));
      Optional<String> violation = new FileProof(file, before, after, change, path).violation();
      if (violation.isPresent()) {
        return violation;
      }
    }
    if (scope.summarizes()) {
      String readme = FileNames.on(before.dir(), Readme.NAME);
      declared.add(readme);
      Optional<String> violation =
          SummaryProof.violation(before, after, Optional.ofNullable(changes.get(readme)));
      if (violation.isPresent()) {
        return violation;
      }
    }
    return index(before, after, declared);
  }

  private Optional<String> index(Board before, Board after, Set<String> declared) {
    String path = FileNames.on(before.dir(), files.index());
    if (scope.index().isPresent()) {
      declared.add(path);
    }
    if (!declared.containsAll(changes.keySet())) {
      return Optional.of("other files would change than those of the step");
    }
    if (scope.index().isEmpty() || before.index().isEmpty()) {
      return changes.containsKey(path)
          ? Optional.of("an index would be created")
          : Optional.empty();
    }
    TaskIndex now = after.index().orElseThrow();
    Optional<SourceText> restored = scope.index().get().restored();
    if (restored.isPresent()) {
      return Arrays.equals(now.source().bytes(), restored.get().bytes())
          ? Optional.empty()
          : Optional.of(path + " would not get its earlier content back");
    }
    FileChange change = changes.get(path);
    return IndexProof.violation(
        before.index().get(),
        now,
        change == null ? Optional.empty() : change.edits(),
        scope.index().get().entries(),
        files);
  }
}
