package dev.replenish.app.history;

import dev.replenish.audit.TaskText;
import dev.replenish.audit.history.BoardFile;
import dev.replenish.board.Document;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Task;
import dev.replenish.git.Repo;
import dev.replenish.git.objects.Blob;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The text files that a commit itself has written: those that differ from all parents. */
final class WrittenFiles {
  private static final int MOST_FILES = 1000;
  private static final int LARGEST = 1 << 20;
  private static final int MOST_BYTES = 32 << 20;

  private final Repo repo;
  private final BoardPaths paths;
  private final Versions versions;
  private final String commit;
  private final List<String> parents;
  private @Nullable Map<String, TaskText.Page> pages;

  WrittenFiles(
      Repo repo, BoardPaths paths, Versions versions, String commit, List<String> parents) {
    this.repo = repo;
    this.paths = paths;
    this.versions = versions;
    this.commit = commit;
    this.parents = parents;
  }

  /** The first written file that holds {@code task} outside of all task blocks. */
  Optional<String> holder(TaskText task) {
    for (Map.Entry<String, TaskText.Page> page : pages().entrySet()) {
      if (task.isHeldBy(page.getValue())) {
        return Optional.of(page.getKey());
      }
    }
    return Optional.empty();
  }

  /** The texts of the written Markdown files. */
  List<String> markdown() {
    CommitTree tree = repo.tree(commit);
    List<String> texts = new ArrayList<>();
    int bytes = 0;
    for (String path : written(tree)) {
      boolean named = path.endsWith(".md") || path.endsWith(".markdown");
      Optional<String> text = named && bytes < MOST_BYTES ? text(tree, path) : Optional.empty();
      text.ifPresent(texts::add);
      bytes += text.map(String::length).orElse(0);
    }
    return texts;
  }

  private Map<String, TaskText.Page> pages() {
    Map<String, TaskText.Page> known = pages;
    if (known == null) {
      known = new LinkedHashMap<>();
      CommitTree tree = repo.tree(commit);
      int bytes = 0;
      for (String path : written(tree)) {
        Optional<String> text = bytes < MOST_BYTES ? text(tree, path) : Optional.empty();
        if (text.isPresent()) {
          bytes += text.get().length();
          known.put(path, new TaskText.Page(text.get()));
        }
      }
      pages = known;
    }
    return known;
  }

  private Set<String> written(CommitTree tree) {
    Set<String> written = null;
    for (String parent : parents) {
      List<String> changed = repo.changed(repo.tree(parent), tree, MOST_FILES);
      if (written == null) {
        written = new LinkedHashSet<>(changed);
      } else {
        written.retainAll(Set.copyOf(changed));
      }
    }
    return written == null ? Set.of() : written;
  }

  private Optional<String> text(CommitTree tree, String path) {
    try {
      Optional<Blob> blob = tree.read(path).filter(file -> file.bytes().length <= LARGEST);
      Optional<BoardFile> board = paths.file(path);
      if (blob.isPresent() && board.isPresent()) {
        return Optional.of(textOutsideTasks(versions.document(board.get(), blob.get().id())));
      }
      return blob.map(Blob::bytes)
          .filter(WrittenFiles::isText)
          .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    } catch (ProblemException noFile) {
      return Optional.empty(); // a link, a submodule, or an unreadable file
    }
  }

  private static boolean isText(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return false;
      }
    }
    return true;
  }

  /** The text outside of all whole tasks. */
  private static String textOutsideTasks(Document document) {
    List<Task> blocks = new ArrayList<>(document.tasks());
    blocks.addAll(document.blocks().templates());
    blocks.sort(Comparator.comparingInt(task -> task.block().from()));
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Task task : blocks) {
      if (task.isWhole() && task.block().from() >= at) {
        text.append(document.source().text(new Span(at, task.block().from()))).append('\n');
        at = task.block().to();
      }
    }
    return text.append(document.source().text(new Span(at, document.source().length()))).toString();
  }
}
