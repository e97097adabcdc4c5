package dev.replenish.app.edit;

/** The editor of whoever calls, on a file of its own. */
public interface TaskEditor {

  /**
   * What becomes of {@code text} in the editor.
   *
   * @throws dev.replenish.board.ProblemException where there is no editor, or it fails
   */
  String edit(String text);

  /** The file that holds what came back; it stays where the change is refused. */
  String file();

  /** Takes the file away. */
  void discard();
}
