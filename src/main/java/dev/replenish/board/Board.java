package dev.replenish.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One folder of a repository that holds a backlog and its {@code TODO.md}.
 *
 * @param dir the folder inside the repository, with {@code /}; {@code .} for the root
 * @param backlog {@code BACKLOG.md}
 * @param todo {@code TODO.md}, if it exists and is not empty
 * @param archive {@code ARCHIVE.md}, if it exists
 * @param index {@code TASK_INDEX.md}, if it exists
 * @param readme {@code README.md}, if it has a summary of the board
 */
public record Board(
    String dir,
    Document backlog,
    Optional<Document> todo,
    Optional<Document> archive,
    Optional<TaskIndex> index,
    Optional<Readme> readme) {

  /** A board whose README has no summary. */
  public Board(
      String dir,
      Document backlog,
      Optional<Document> todo,
      Optional<Document> archive,
      Optional<TaskIndex> index) {
    this(dir, backlog, todo, archive, index, Optional.empty());
  }

  /** The files that hold tasks: the backlog, then {@code TODO.md} and the archive if they exist. */
  public List<Document> documents() {
    List<Document> documents = new ArrayList<>(List.of(backlog));
    for (Optional<Document> file : List.of(todo, archive)) {
      if (file.isPresent()) {
        documents.add(file.get());
      }
    }
    return documents;
  }

  /** Whether a file has a summary, which must be kept up to date. */
  public boolean isSummarized() {
    return readme.isPresent() || !backlog.summaries().isEmpty();
  }
}
