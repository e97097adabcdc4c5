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

/** {@code $VISUAL} or {@code $EDITOR} on a temporary file, as Git calls them. */
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
      Path made = Files.createTempFile("replenish-edit-", ".md");
      file = made;
      Files.writeString(made, text);
      int code = call(editor, made);
      if (code != 0) {
        throw new ProblemException(
            ErrorCode.IO,
            "the editor '" + OneLine.clean(editor) + "' has failed with the exit code " + code,
            "What it left is in " + made + "; set VISUAL or EDITOR to another one.");
      }
      return Files.readString(made);
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

  /** Words of the variable may be options, and quoted: a shell knows. */
  private int call(String editor, Path made) throws IOException {
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    List<String> words = new ArrayList<>();
    if (windows) {
      words.addAll(List.of("cmd", "/c", editor + " \"" + made + "\""));
    } else {
      words.addAll(List.of("sh", "-c", editor + " \"$@\"", editor, made.toString()));
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
    Path made = file;
    if (made != null) {
      try {
        Files.deleteIfExists(made);
      } catch (IOException e) {
        made.toFile().deleteOnExit(); // it is nobody's any more
      }
    }
  }
}
