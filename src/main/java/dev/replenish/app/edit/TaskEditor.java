package dev.replenish.app.edit;

/** The caller's editor, which works on a temporary file. */
public interface TaskEditor {

  /**
   * Opens {@code text} in the editor and returns the edited text.
   *
   * @throws dev.replenish.board.ProblemException if there is no editor, or if it fails
   */
  String edit(String text);

  /** The file with the edited text; it is kept if the change is refused. */
  String file();

  /** Deletes the file. */
  void discard();
}
