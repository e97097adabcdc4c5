package dev.replenish.board;

/** What to say of a folder that is not there. */
public final class FolderName {
  private static final char UNREADABLE = '\uFFFD';

  private FolderName() {}

  /**
   * What to do about it.
   *
   * @param name its name, in which Java has signs of its own for bytes that are no text
   * @param otherwise what to do where nothing is wrong with the name
   */
  public static String advice(String name, String otherwise) {
    return name.indexOf(UNREADABLE) < 0 && name.indexOf('?') < 0
        ? otherwise
        : "If its name is not written in the encoding of this locale, Java can't open it: rename"
            + " it, or set LC_ALL to a locale with that encoding, such as C.UTF-8.";
  }
}
