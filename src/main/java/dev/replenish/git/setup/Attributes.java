package dev.replenish.git.setup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.text.Wildmatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The attributes that {@code .gitattributes} and similar files give to one path. */
public final class Attributes {
  private static final String SET = "set";
  private static final String UNSET = "unset";

  private final String path;
  private final boolean ignoreCase;
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, List<String>> macros = new HashMap<>();

  private Attributes(String path, boolean ignoreCase) {
    this.path = path;
    this.ignoreCase = ignoreCase;
    macros.put("binary", List.of("-diff", "-merge", "-text"));
  }

  /**
   * The files that define attributes, apart from {@code .gitattributes} in the index or a commit.
   */
  record Places(
      @Nullable Path system,
      @Nullable Path global,
      Path info,
      @Nullable Path workTree,
      boolean ignoreCase) {}

  /**
   * Reads the attributes of {@code path}, starting with the file of lowest precedence.
   *
   * @param indexed returns the text of a {@code .gitattributes} file that is not in the work tree
   */
  public static Attributes of(
      String path, Places places, Function<String, Optional<String>> indexed) {
    Attributes found = new Attributes(path, places.ignoreCase());
    found.readFile(places.system());
    found.readFile(places.global());
    String folder = "";
    while (true) {
      found.readFolder(folder, places.workTree(), indexed);
      int slash = path.indexOf('/', folder.isEmpty() ? 0 : folder.length() + 1);
      if (slash < 0) {
        break;
      }
      folder = path.substring(0, slash);
    }
    found.readFile(places.info());
    return found;
  }

  /** Whether the attribute is set without a value. */
  public boolean isSet(String name) {
    return SET.equals(values.get(name));
  }

  /** Whether the attribute is unset with {@code -}. */
  public boolean isUnset(String name) {
    return UNSET.equals(values.get(name));
  }

  /** The attribute's value, if it has one. */
  public Optional<String> value(String name) {
    String value = values.getOrDefault(name, "");
    return value.startsWith("=") ? Optional.of(value.substring(1)) : Optional.empty();
  }

  private void readFile(@Nullable Path file) {
    if (file != null && Files.isRegularFile(file)) {
      read(text(file), "", true);
    }
  }

  private void readFolder(
      String folder, @Nullable Path workTree, Function<String, Optional<String>> indexed) {
    String name = folder.isEmpty() ? ".gitattributes" : folder + "/.gitattributes";
    Path file = workTree == null ? null : workTree.resolve(name);
    Optional<String> text =
        file != null && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            ? Optional.of(text(file))
            : indexed.apply(name);
    if (text.isPresent()) {
      read(text.get(), folder, folder.isEmpty());
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), UTF_8);
    } catch (IOException e) {
      throw GitProblems.io("can't read " + file, e);
    }
  }

  private void read(String text, String folder, boolean mayDefine) {
    for (String line : text.split("\n")) {
      String rule = line.strip();
      if (rule.isEmpty() || rule.startsWith("#")) {
        continue;
      }
      List<String> words = words(rule);
      String pattern = words.get(0);
      List<String> rest = words.subList(1, words.size());
      if (pattern.startsWith("[attr]")) {
        if (mayDefine) {
          macros.put(pattern.substring("[attr]".length()), List.copyOf(rest));
        }
      } else if (matches(pattern, folder)) {
        rest.forEach(this::apply);
      }
    }
  }

  private static List<String> words(String rule) {
    List<String> words = new ArrayList<>();
    String rest = rule;
    if (rule.startsWith("\"")) {
      StringBuilder quoted = new StringBuilder();
      int i = 1;
      while (i < rule.length() && rule.charAt(i) != '"') {
        i += rule.charAt(i) == '\\' && i + 1 < rule.length() ? 1 : 0;
        quoted.append(rule.charAt(i++));
      }
      words.add(quoted.toString());
      rest = i < rule.length() ? rule.substring(i + 1) : "";
    }
    for (String word : rest.split("[ \t\r]+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /** "When the pattern has no slash, it is matched against the name; otherwise, the whole path." */
  private boolean matches(String pattern, String folder) {
    if (pattern.startsWith("!") || pattern.endsWith("/")) {
      return false; // forbidden, or only for folders
    }
    if (pattern.indexOf('/') < 0) {
      return Wildmatch.matches(pattern, RepoPath.name(path), ignoreCase);
    }
    String below = folder.isEmpty() ? path : path.substring(folder.length() + 1);
    String anchored = pattern.startsWith("/") ? pattern.substring(1) : pattern;
    return Wildmatch.matches(anchored, below, ignoreCase);
  }

  private void apply(String word) {
    if (word.startsWith("-")) {
      values.put(word.substring(1), UNSET);
    } else if (word.startsWith("!")) {
      values.remove(word.substring(1));
    } else if (word.indexOf('=') > 0) {
      values.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=')));
    } else {
      values.put(word, SET);
      macros.getOrDefault(word, List.of()).forEach(this::apply);
    }
  }
}
