package dev.replenish.board;

/** Advice for a folder that was not found. */
public final class FolderName {
  private static final char UNREADABLE = '\uFFFD';

  private FolderName() {}

  /**
   * What the user can do if the folder was not found.
   *
   * @param name the folder's name, in which Java replaces bytes that it can't decode
   * @param otherwise the advice if the name was decoded
   */
  public static String advice(String name, String otherwise) {
    return name.indexOf(UNREADABLE) < 0 && name.indexOf('?') < 0
        ? otherwise
        : "If its name is not written in the encoding of this locale, Java can't open it: rename"
            + " it, or set LC_ALL to a locale with that encoding, such as C.UTF-8.";
  }
}
