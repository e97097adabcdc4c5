package dev.replenish.git.setup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Git's configuration from all its files, lowest precedence first, with includes followed as in
 * Git.
 */
public final class GitConfig {

  /** Where a variable is set, lowest precedence first. */
  public enum Scope {
    SYSTEM("system"),
    GLOBAL("global"),
    LOCAL("local"),
    WORKTREE("worktree"),
    COMMAND("command line");

    private final String word;

    Scope(String word) {
      this.word = word;
    }

    /**
     * Whether the repository's content can't set it, so that it may decide about safety (Git's
     * "protected configuration").
     */
    boolean isProtected() {
      return this == SYSTEM || this == GLOBAL || this == COMMAND;
    }
  }

  /** One variable as it was read. */
  record Entry(
      Scope scope,
      @Nullable Path file,
      String section,
      String subsection,
      String name,
      @Nullable String value) {

    boolean is(String section, String subsection, String name) {
      return this.name.equals(name)
          && this.section.equals(section)
          && this.subsection.equals(subsection);
    }

    /** The value, with {@code true} for a variable that has none. */
    String text() {
      return value == null ? "true" : value;
    }

    String origin() {
      return file == null ? scope.word : scope.word + " (" + file + ")";
    }
  }

  private final List<Entry> entries;
  private final Set<String> unknownConditions;

  private GitConfig(List<Entry> entries, Set<String> unknownConditions) {
    this.entries = entries;
    this.unknownConditions = unknownConditions;
  }

  /** Reads every file that Git reads for this repository. */
  static GitConfig load(Discovery found, Map<String, String> env) {
    // Conditions on remote URLs need the remotes first; files included by them may not define
    // remotes.
    List<String> urls = new ArrayList<>();
    ConfigLoader first = new ConfigLoader(found, env, null);
    List<Entry> entries = first.load();
    for (Entry e : entries) {
      if (e.section().equals("remote") && e.name().equals("url")) {
        urls.add(e.text());
      }
    }
    if (!first.dependsOnRemotes()) {
      return new GitConfig(entries, first.unknownConditions());
    }
    ConfigLoader second = new ConfigLoader(found, env, urls);
    return new GitConfig(second.load(), second.unknownConditions());
  }

  /** The effective value of a variable without subsection. */
  public Optional<String> get(String section, String name) {
    return get(section, "", name);
  }

  /** The effective value of a variable. */
  public Optional<String> get(String section, String subsection, String name) {
    return last(e -> e.is(section, subsection, name)).map(Entry::text);
  }

  private Optional<Entry> last(Predicate<Entry> wanted) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (wanted.test(entries.get(i))) {
        return Optional.of(entries.get(i));
      }
    }
    return Optional.empty();
  }

  /** The value of a Boolean variable. */
  public boolean getBoolean(String section, String name, boolean otherwise) {
    return get(section, name).map(GitConfig::isTrue).orElse(otherwise);
  }

  /** All values of a variable from protected configuration, lowest precedence first. */
  List<String> protectedValues(String section, String name) {
    List<String> values = new ArrayList<>();
    for (Entry e : entries) {
      if (e.scope().isProtected() && e.is(section, "", name)) {
        values.add(e.text());
      }
    }
    return values;
  }

  /** The effective value among those set in one scope. */
  public Optional<String> local(String section, String name, Scope scope) {
    return last(e -> e.scope() == scope && e.is(section, "", name)).map(Entry::text);
  }

  /** All variables of a section, lowest precedence first. */
  public List<ConfigEntry> section(String section) {
    String wanted = section.toLowerCase(Locale.ROOT);
    List<ConfigEntry> found = new ArrayList<>();
    for (Entry e : entries) {
      if (e.section().equals(wanted)) {
        String key = e.subsection().isEmpty() ? e.name() : e.subsection() + "." + e.name();
        found.add(new ConfigEntry(key, e.text(), e.origin()));
      }
    }
    return found;
  }

  /** The conditions of {@code includeIf} that Replenish can't evaluate. */
  public Set<String> unknownConditions() {
    return unknownConditions;
  }

  /** Parses a Boolean as Git does; anything that is neither true nor false counts as false. */
  public static boolean isTrue(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off", "" -> false;
      default -> isNonZero(value);
    };
  }

  private static boolean isNonZero(String value) {
    try {
      return Integer.parseInt(value) != 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
