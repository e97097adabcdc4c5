package dev.replenish.git.identity;

import dev.replenish.git.setup.GitConfig;
import dev.replenish.git.setup.GitProblems;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A name and an e-mail address as a commit records them.
 *
 * @param name never empty
 * @param email never empty
 */
public record Identity(String name, String email) {

  /** Finds author and committer in the environment and the configuration, as Git does. */
  public static final class Finder {
    private final GitConfig config;
    private final Map<String, String> env;

    public Finder(GitConfig config, Map<String, String> env) {
      this.config = config;
      this.env = env;
    }

    /** The author: {@code --author}, else that of {@code GIT_AUTHOR_*} and the configuration. */
    public Identity author(Optional<String> override) {
      return override.isPresent() ? parse(override.get()) : of("author");
    }

    public Identity committer() {
      return of("committer");
    }

    private Identity of(String role) {
      String prefix = "GIT_" + role.toUpperCase(Locale.ROOT);
      Optional<String> givenName = env(prefix + "_NAME");
      Optional<String> givenEmail = env(prefix + "_EMAIL");
      if (givenName.isEmpty() || givenEmail.isEmpty()) {
        requireKnownConditions();
      }
      Optional<String> email = givenEmail.isPresent() ? givenEmail : setting(role, "email");
      if (email.isEmpty() && !config.getBoolean("user", "useconfigonly", false)) {
        email = env("EMAIL");
      }
      String name = clean((givenName.isPresent() ? givenName : setting(role, "name")).orElse(""));
      String address = clean(email.orElse(""));
      if (name.isEmpty() || address.isEmpty()) {
        throw GitProblems.state(
            "no " + (name.isEmpty() ? "name" : "e-mail address") + " is set for the " + role,
            "Run `git config user.name \"Your Name\"` and `git config user.email"
                + " you@example.com`.");
      }
      return new Identity(name, address);
    }

    private Optional<String> setting(String role, String name) {
      Optional<String> own = config.get(role, name);
      return own.isPresent() ? own : config.get("user", name);
    }

    private Optional<String> env(String name) {
      return Optional.ofNullable(env.get(name));
    }

    /**
     * Refuses conditions that can't be evaluated: the file behind one may name another identity.
     */
    private void requireKnownConditions() {
      if (!config.unknownConditions().isEmpty()) {
        throw GitProblems.state(
            "the Git configuration has a condition that Replenish can't evaluate: includeIf."
                + String.join(", ", config.unknownConditions()),
            "Set GIT_AUTHOR_NAME, GIT_AUTHOR_EMAIL, GIT_COMMITTER_NAME and GIT_COMMITTER_EMAIL.");
      }
    }
  }

  /** Reads {@code A U Thor <author@example.com>}. */
  static Identity parse(String text) {
    int open = text.indexOf('<');
    int close = text.indexOf('>', open + 1);
    if (open > 0 && close == text.stripTrailing().length() - 1) {
      Identity identity =
          new Identity(clean(text.substring(0, open)), clean(text.substring(open + 1, close)));
      if (!identity.name.isEmpty() && !identity.email.isEmpty()) {
        return identity;
      }
    }
    throw GitProblems.usage(
        "not an author: '" + text + "'", "Write it like --author 'A U Thor <author@example.com>'.");
  }

  /**
   * Removes, as Git does, certain characters at both ends, and everywhere those that would end the
   * name or the line.
   */
  private static String clean(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isCrud(text.charAt(start))) {
      start++;
    }
    while (end > start && isCrud(text.charAt(end - 1))) {
      end--;
    }
    StringBuilder out = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c != '\n' && c != '<' && c != '>' && c != 0) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isCrud(char c) {
    return c <= ' ' || ".,:;<>\"\\'".indexOf(c) >= 0;
  }

  /** The identity as in a commit's header: {@code A U Thor <a@b> 1770193800 +0100}. */
  public String at(ZonedDateTime when) {
    return name + " <" + email + "> " + when.toEpochSecond() + " " + zone(when.getOffset());
  }

  private static String zone(ZoneOffset offset) {
    int minutes = Math.abs(offset.getTotalSeconds() / 60);
    String sign = offset.getTotalSeconds() < 0 ? "-" : "+";
    return sign + twoDigits(minutes / 60) + twoDigits(minutes % 60);
  }

  private static String twoDigits(int number) {
    return (number < 10 ? "0" : "") + number;
  }
}
