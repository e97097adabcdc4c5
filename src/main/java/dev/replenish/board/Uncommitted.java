package dev.replenish.board;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Files of a board that differ from the branch's tip in a way that a commit settles.
 *
 * @param changed those that Git knows
 * @param added those that are new in the work tree
 * @param ignored whether one of these is ignored by Git
 * @param folder the folder below the root that the caller is in, to which paths in commands are
 *     relative; "" at the root
 */
public record Uncommitted(
    List<String> changed, List<String> added, boolean ignored, String folder) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._/:+@-]+");

  /** Copies the lists. */
  public Uncommitted {
    changed = List.copyOf(changed);
    added = List.copyOf(added);
  }

  /** All of them. */
  public List<String> paths() {
    List<String> paths = new ArrayList<>(changed);
    paths.addAll(added);
    return paths;
  }

  /** What commits them and nothing else: {@code git commit -m "Plan the work" BACKLOG.md}. */
  public String command() {
    String add = "git add " + (ignored ? "-f " : "") + words(added) + " && ";
    return (added.isEmpty() ? "" : add) + "git commit -m \"Plan the work\" " + words(paths());
  }

  /** What begins a board: the command that adds these new files and commits them. */
  public static String begin(List<String> files, String folder) {
    String words = new Uncommitted(List.of(), files, false, folder).words();
    return "git add " + words + " && git commit -m \"Begin a board\"";
  }

  /** Them as words of a command line. */
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
