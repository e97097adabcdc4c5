package dev.replenish.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.replenish.git.GitSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.util.FS;

/**
 * Everything in a repository that a call can change and a user can see.
 *
 * @param head the commit of the branch
 * @param index every entry of the index
 * @param files every file of the work tree, byte for byte
 * @param status the output of {@code git status}
 * @param gitFiles the names of Git's own files, without objects and logs
 */
record FaultState(
    String head, String index, Map<String, String> files, String status, List<String> gitFiles) {
  private static final List<String> BOARD_FILES = List.of("BACKLOG.md", "TODO.md", "ARCHIVE.md");
  private static final Pattern HEADER = Pattern.compile("(?m)^### # \\[id:([^]]+)]");
  private static final Pattern OBJECT =
      Pattern.compile("objects/([0-9a-f]{2}/[0-9a-f]{38}|pack/pack-\\w+\\.\\w+)");

  static FaultState of(GitSandbox box) {
    return of(box, box.git("--no-optional-locks", "status", "--porcelain"));
  }

  /** The state without a call of git: {@code status} is empty. */
  static FaultState withoutStatus(GitSandbox box) {
    return of(box, "");
  }

  private static FaultState of(GitSandbox box, String status) {
    Path gitDir = box.root().resolve(".git");
    return new FaultState(head(gitDir), index(gitDir), files(box.root()), status, gitFiles(gitDir));
  }

  private static String index(Path gitDir) {
    StringBuilder lines = new StringBuilder();
    try {
      DirCache index = DirCache.read(gitDir.resolve("index").toFile(), FS.DETECTED);
      for (int i = 0; i < index.getEntryCount(); i++) {
        DirCacheEntry entry = index.getEntry(i);
        lines.append(entry.getFileMode()).append(' ').append(entry.getObjectId().name());
        lines.append(' ').append(entry.getStage()).append(' ');
        lines.append(entry.getPathString()).append('\n');
      }
    } catch (IOException e) {
      lines.append("unreadable: ").append(e);
    }
    return lines.toString();
  }

  private static String head(Path gitDir) {
    try {
      return Files.readString(gitDir.resolve("refs/heads/main")).strip();
    } catch (IOException e) {
      return "unknown: " + e;
    }
  }

  private static Map<String, String> files(Path root) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        String name = root.relativize(file).toString();
        if (!name.startsWith(".git/")) {
          files.put(name, Files.readString(file, ISO_8859_1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static List<String> gitFiles(Path gitDir) {
    try (Stream<Path> all = Files.walk(gitDir)) {
      return all.filter(Files::isRegularFile)
          .map(file -> gitDir.relativize(file).toString())
          .filter(name -> !OBJECT.matcher(name).matches() && !name.startsWith("logs/"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The ids of the tasks in the files of the work tree, each as often as it occurs. */
  List<String> tasks() {
    List<String> ids = new ArrayList<>();
    for (String name : BOARD_FILES) {
      ids.addAll(tasks(files.getOrDefault(name, "")));
    }
    return ids;
  }

  static List<String> tasks(String text) {
    String bare = text.replaceAll("(?s)<!--.*?-->", ""); // without sample tasks in comments
    return HEADER.matcher(bare).results().map(match -> match.group(1)).toList();
  }

  /** The differences, one line for each. */
  static List<String> differences(FaultState expected, FaultState actual) {
    List<String> lines = new ArrayList<>();
    differ(lines, "HEAD", expected.head, actual.head);
    differ(lines, "index", expected.index, actual.index);
    differ(lines, "status", expected.status, actual.status);
    differ(lines, "files", expected.files.keySet().toString(), actual.files.keySet().toString());
    differ(lines, "in .git", expected.gitFiles.toString(), actual.gitFiles.toString());
    expected.files.forEach(
        (name, text) -> {
          if (!text.equals(actual.files.getOrDefault(name, text))) {
            lines.add(name + " holds " + tasks(actual.files.get(name)) + ", not " + tasks(text));
          }
        });
    return lines;
  }

  private static void differ(List<String> lines, String what, String expected, String actual) {
    if (!expected.equals(actual)) {
      lines.add(what + " is " + actual.strip() + ", not " + expected.strip());
    }
  }
}
