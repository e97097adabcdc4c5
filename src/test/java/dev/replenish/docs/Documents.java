package dev.replenish.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The Markdown documents of the project. */
public final class Documents {
  private Documents() {}

  /** All documents, apart from boards and other test data. */
  public static List<Path> all() throws IOException {
    List<Path> documents = new ArrayList<>();
    try (Stream<Path> root = Files.list(Path.of(""))) {
      documents.addAll(root.filter(Documents::isMarkdown).toList());
    }
    documents.addAll(below(Path.of("docs")));
    for (Path file : below(Path.of("examples"))) {
      boolean board = file.toString().matches(".*[/\\\\](before|after)[/\\\\].*");
      if (!board) {
        documents.add(file);
      }
    }
    return documents.stream().sorted().toList();
  }

  /** The documents for users of the program. */
  public static List<Path> forUsers() throws IOException {
    List<Path> documents = new ArrayList<>(List.of(Path.of("README.md"), Path.of("TASKS.md")));
    documents.addAll(below(Path.of("docs/how-to")));
    documents.addAll(below(Path.of("docs/reference")));
    documents.add(Path.of("docs/tutorial.md"));
    return documents.stream().filter(Files::exists).toList();
  }

  private static List<Path> below(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Documents::isMarkdown).sorted().toList();
    }
  }

  private static boolean isMarkdown(Path file) {
    return file.toString().endsWith(".md") && Files.isRegularFile(file);
  }
}
