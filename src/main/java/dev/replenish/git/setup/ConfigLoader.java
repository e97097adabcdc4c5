package dev.replenish.git.setup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.git.setup.GitConfig.Entry;
import dev.replenish.git.setup.GitConfig.Scope;
import dev.replenish.text.Wildmatch;
import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the configuration files in Git's order and follows their includes. */
final class ConfigLoader {
  private static final int MAX_DEPTH = 10;
  private static final String REMOTES = "hasconfig:remote.*.url:";

  private final Discovery found;
  private final Map<String, String> env;
  private final ConfigLocations places;
  private final @Nullable List<String> remoteUrls;
  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> unknownConditions = new TreeSet<>();
  private boolean dependsOnRemotes;

  /**
   * A loader for one repository.
   *
   * @param remoteUrls the remotes' URLs for {@code hasconfig:}, or null if not known yet
   */
  ConfigLoader(Discovery found, Map<String, String> env, @Nullable List<String> remoteUrls) {
    this.found = found;
    this.env = env;
    this.places = new ConfigLocations(env);
    this.remoteUrls = remoteUrls;
  }

  List<Entry> load() {
    for (Path file : places.system()) {
      read(Scope.SYSTEM, file, 0);
    }
    for (Path file : places.global()) {
      read(Scope.GLOBAL, file, 0);
    }
    read(Scope.LOCAL, found.commonDir().resolve("config"), 0);
    if (worktreeConfig()) {
      read(Scope.WORKTREE, found.gitDir().resolve("config.worktree"), 0);
    }
    CommandLineConfig.read(env, new Collector(Scope.COMMAND, null, 0));
    return entries;
  }

  Set<String> unknownConditions() {
    return unknownConditions;
  }

  boolean dependsOnRemotes() {
    return dependsOnRemotes;
  }

  private boolean worktreeConfig() {
    boolean on = false;
    for (Entry e : entries) {
      if (e.scope() == Scope.LOCAL && e.is("extensions", "", "worktreeconfig")) {
        on = GitConfig.isTrue(e.text());
      }
    }
    return on;
  }

  private void read(Scope scope, Path file, int depth) {
    if (depth > MAX_DEPTH) {
      throw GitProblems.state(
          "configuration files include each other more than " + MAX_DEPTH + " deep: " + file,
          "Remove the cycle of include.path settings.");
    }
    try {
      if (Files.isRegularFile(file)) {
        ConfigParser.parse(
            new String(Files.readAllBytes(file), UTF_8),
            file.toString(),
            new Collector(scope, file, depth));
      }
    } catch (AccessDeniedException e) {
      // Git skips a user's file that it may not read, but never the repository's.
      if (!scope.isProtected()) {
        throw GitProblems.io("can't read " + file, e);
      }
    } catch (IOException e) {
      throw GitProblems.io("can't read " + file, e);
    }
  }

  /** Collects the variables of one file; reads an included file at the place of its include. */
  private final class Collector implements ConfigParser.Sink {
    private final Scope scope;
    private final @Nullable Path file;
    private final int depth;

    Collector(Scope scope, @Nullable Path file, int depth) {
      this.scope = scope;
      this.file = file;
      this.depth = depth;
    }

    @Override
    public void variable(String section, String subsection, String name, @Nullable String value) {
      entries.add(new Entry(scope, file, section, subsection, name, value));
      if (!name.equals("path") || value == null) {
        return;
      }
      boolean included =
          (section.equals("include") && subsection.isEmpty())
              || (section.equals("includeif") && holds(subsection));
      if (included) {
        include(value);
      }
    }

    private void include(String value) {
      Path path = places.expand(value);
      if (!path.isAbsolute()) {
        if (file == null) {
          throw GitProblems.state(
              "a relative include.path on the command line: " + value, "Name an absolute path.");
        }
        path = file.resolveSibling(path);
      }
      read(scope, path, depth + 1);
    }

    private boolean holds(String condition) {
      int colon = condition.startsWith(REMOTES) ? REMOTES.length() : condition.indexOf(':') + 1;
      String pattern = condition.substring(colon);
      return switch (condition.substring(0, colon)) {
        case "gitdir:" -> gitDir(pattern, false);
        case "gitdir/i:" -> gitDir(pattern, true);
        case "onbranch:" -> onBranch(pattern);
        case REMOTES -> {
          dependsOnRemotes = true;
          yield remoteUrls != null
              && remoteUrls.stream().anyMatch(u -> Wildmatch.matches(pattern, u, false));
        }
        default -> {
          unknownConditions.add(condition);
          yield false;
        }
      };
    }

    private boolean gitDir(String condition, boolean ignoreCase) {
      String pattern = condition;
      String literal = "";
      if (pattern.startsWith("~/")) {
        pattern = slashed(places.realHome()) + pattern.substring(1);
      } else if (pattern.startsWith("./") && file != null) {
        literal = slashed(Discovery.real(file).getParent()) + "/";
        pattern = pattern.substring(2);
      } else if (!isAbsolute(pattern)) {
        pattern = "**/" + pattern;
      }
      pattern += (literal + pattern).endsWith("/") ? "**" : "";
      return matches(literal, pattern, slashed(found.gitDir()), ignoreCase)
          || matches(literal, pattern, slashed(found.gitDirAsReached(env)), ignoreCase);
    }

    /** The literal part before a relative pattern is compared as text, without wildcards. */
    private boolean matches(String literal, String pattern, String path, boolean ignoreCase) {
      return path.regionMatches(ignoreCase, 0, literal, 0, literal.length())
          && Wildmatch.matches(pattern, path.substring(literal.length()), ignoreCase);
    }

    private boolean onBranch(String condition) {
      String pattern = condition.endsWith("/") ? condition + "**" : condition;
      String branch = found.headBranch();
      return branch != null
          && branch.startsWith("refs/heads/")
          && Wildmatch.matches(pattern, branch.substring("refs/heads/".length()), false);
    }
  }

  /**
   * Checks the text, because a pattern need not be a valid path: Windows paths can't contain stars.
   */
  private static boolean isAbsolute(String pattern) {
    boolean windows = File.separatorChar == '\\';
    return pattern.startsWith("/") || (windows && Pattern.matches("(?s)[A-Za-z]:.*", pattern));
  }

  private static String slashed(@Nullable Path path) {
    return path == null ? "" : slashed(path.toString());
  }

  private static String slashed(String path) {
    return path.replace(File.separatorChar, '/');
  }

  /**
   * Splits a key of the form {@code section.[subsection.]name}, passes it to the sink, and refuses
   * any other.
   */
  static void split(String key, @Nullable String value, ConfigParser.Sink sink) {
    int first = key.indexOf('.');
    int last = key.lastIndexOf('.');
    if (first <= 0 || last == key.length() - 1) {
      throw GitProblems.state(
          "not a configuration key in the environment: '" + key + "'",
          "Correct GIT_CONFIG_COUNT, GIT_CONFIG_KEY_<n> or GIT_CONFIG_PARAMETERS.");
    }
    sink.variable(
        key.substring(0, first).toLowerCase(Locale.ROOT),
        first == last ? "" : key.substring(first + 1, last),
        key.substring(last + 1).toLowerCase(Locale.ROOT),
        value);
  }
}
