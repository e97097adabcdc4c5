package dev.replenish.board;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Files of a board with changes that are not committed yet.
 *
 * @param changed the changed files that Git tracks
 * @param added the new files in the work tree
 * @param ignored whether Git ignores one of the new files
 * @param folder the caller's folder inside the repository, to which paths in commands are relative;
 *     "" at the root
 */
public record Uncommitted(
    List<String> changed, List<String> added, boolean ignored, String folder) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._/:+@-]+");

  /** Copies the lists. */
  public Uncommitted {
    changed = List.copyOf(changed);
    added = List.copyOf(added);
  }

  /** The changed and the new files. */
  public List<String> paths() {
    List<String> paths = new ArrayList<>(changed);
    paths.addAll(added);
    return paths;
  }

  /** The command that commits only these: {@code git commit -m "Plan the work" BACKLOG.md}. */
  public String command() {
    String add = "git add " + (ignored ? "-f " : "") + words(added) + " && ";
    return (added.isEmpty() ? "" : add) + "git commit -m \"Plan the work\" " + words(paths());
  }

  /** The command that begins a board: it adds these new files and commits them. */
  public static String beginCommand(List<String> files, String folder) {
    String words = new Uncommitted(List.of(), files, false, folder).words();
    return "git add " + words + " && git commit -m \"Begin a board\"";
  }

  /** The files as arguments of a command line. */
  public String words() {
    return words(paths());
  }

  private String words(List<String> paths) {
    List<String> words = new ArrayList<>();
    for (String path : paths) {
      boolean below = folder.isEmpty() || path.startsWith(folder + "/");
      int cut = folder.isEmpty() ? 0 : folder.length() + 1;
      String word = below ? path.substring(cut) : ":/" + path;
      boolean plain = PLAIN.matcher(word).matches() && !word.startsWith("-");
      words.add(plain ? word : "'" + word.replace("'", "'\\''") + "'");
    }
    return String.join(" ", words);
  }
}
