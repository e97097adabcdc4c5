package dev.replenish.cli.editor;

import dev.replenish.app.edit.TaskEditor;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.text.OneLine;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens a temporary file in {@code $VISUAL} or {@code $EDITOR}, as Git does. */
public final class EditorFile implements TaskEditor {
  private final Path dir;
  private final Map<String, String> vars;
  private @Nullable Path file;

  /** The editor that {@code vars} name, called in {@code dir}. */
  public EditorFile(Path dir, Map<String, String> vars) {
    this.dir = dir;
    this.vars = vars;
  }

  @Override
  public String edit(String text) {
    String editor = editor();
    try {
      Path created = Files.createTempFile("replenish-edit-", ".md");
      file = created;
      Files.writeString(created, text);
      int code = call(editor, created);
      if (code != 0) {
        throw new ProblemException(
            ErrorCode.IO,
            "the editor '" + OneLine.clean(editor) + "' has failed with the exit code " + code,
            "What it left is in " + created + "; set VISUAL or EDITOR to another one.");
      }
      return Files.readString(created);
    } catch (CharacterCodingException e) {
      throw Problem.of(
              ErrorCode.INVALID_DOCUMENT,
              "the edited text is not UTF-8",
              "It is in " + file() + "; write it as UTF-8.")
          .refusal(e);
    } catch (IOException e) {
      throw Problem.of(
              ErrorCode.IO,
              "the editor can't be used: " + OneLine.clean(String.valueOf(e.getMessage())),
              "Set VISUAL or EDITOR to one that can.")
          .refusal(e);
    }
  }

  private String editor() {
    for (String name : List.of("VISUAL", "EDITOR")) {
      String editor = vars.getOrDefault(name, "");
      if (!editor.isBlank()) {
        return editor;
      }
    }
    throw noEditor();
  }

  private static ProblemException noEditor() {
    return new ProblemException(
        ErrorCode.USAGE,
        "no option is given, and there is no editor",
        "Give an option, such as --effort '2 days', or set VISUAL or EDITOR.");
  }

  /** Runs the editor through a shell, since the variable may contain options and quotes. */
  private int call(String editor, Path created) throws IOException {
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    List<String> words = new ArrayList<>();
    if (windows) {
      words.addAll(List.of("cmd", "/c", editor + " \"" + created + "\""));
    } else {
      words.addAll(List.of("sh", "-c", editor + " \"$@\"", editor, created.toString()));
    }
    Process process = new ProcessBuilder(words).directory(dir.toFile()).inheritIO().start();
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public String file() {
    return String.valueOf(file);
  }

  @Override
  public void discard() {
    Path created = file;
    if (created != null) {
      try {
        Files.deleteIfExists(created);
      } catch (IOException e) {
        created.toFile().deleteOnExit(); // it is not needed any more
      }
    }
  }
}
