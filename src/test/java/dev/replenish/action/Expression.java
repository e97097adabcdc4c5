package dev.replenish.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Expressions of GitHub Actions, such as {@code inputs.mode == 'pr'}. Stricter than GitHub: an
 * unknown name, which is empty there, is an error here, since it is a typo.
 */
final class Expression {
  private static final Pattern EMBEDDED = Pattern.compile("\\$\\{\\{(.*?)}}", Pattern.DOTALL);
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:'((?:[^']|'')*)'|(\\d+)|([A-Za-z_][A-Za-z0-9_-]*)|(&&|\\|\\||==|!=|[!().\\[\\],]))");
  private static final List<String> STATUS_FUNCTIONS =
      List.of("success", "failure", "always", "cancelled");

  private final String text;
  private final Scope scope;
  private final List<String> tokens = new ArrayList<>();
  private int at;

  private Expression(String text, Scope scope) {
    this.text = text;
    this.scope = scope;
    Matcher matcher = TOKEN.matcher(text.strip());
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      end = matcher.end();
      String string = matcher.group(1);
      tokens.add(string != null ? "'" + string.replace("''", "'") : matcher.group().strip());
    }
    if (end != text.strip().length()) {
      throw new AssertionError("not understood: " + text);
    }
  }

  /** Replaces each <code>${{ }}</code> in a text by its value. */
  static String fill(String text, Scope scope) {
    return EMBEDDED
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(string(new Expression(found.group(1), scope).value())));
  }

  /** Whether a step with this condition runs; without a status function, only after success. */
  static boolean holds(@Nullable String condition, Scope scope) {
    String text = condition == null ? "success()" : condition.strip();
    Matcher whole = EMBEDDED.matcher(text);
    text = whole.matches() ? whole.group(1) : text;
    Expression expression = new Expression(text, scope);
    boolean status = expression.tokens.stream().anyMatch(STATUS_FUNCTIONS::contains);
    return (status || !scope.failed()) && isTruthy(expression.value());
  }

  private @Nullable Object value() {
    Object value = or();
    if (at < tokens.size()) {
      throw new AssertionError("not understood from '" + tokens.get(at) + "' on: " + text);
    }
    return value;
  }

  private @Nullable Object or() {
    Object left = and();
    while (accept("||")) {
      Object right = and();
      left = isTruthy(left) ? left : right;
    }
    return left;
  }

  private @Nullable Object and() {
    Object left = comparison();
    while (accept("&&")) {
      Object right = comparison();
      left = isTruthy(left) ? right : left;
    }
    return left;
  }

  private @Nullable Object comparison() {
    Object left = not();
    if (accept("==")) {
      return isEqual(left, not());
    }
    return accept("!=") ? (Object) !isEqual(left, not()) : left;
  }

  private @Nullable Object not() {
    return accept("!") ? (Object) !isTruthy(not()) : operand();
  }

  private @Nullable Object operand() {
    String token = next();
    if (token.startsWith("'")) {
      return token.substring(1);
    }
    if (Character.isDigit(token.charAt(0))) {
      return Integer.valueOf(token);
    }
    if (token.equals("(")) {
      Object value = or();
      expect(")");
      return value;
    }
    if (token.equals("true") || token.equals("false")) {
      return Boolean.valueOf(token);
    }
    return accept("(") ? function(token) : property(token);
  }

  private Object function(String name) {
    List<@Nullable Object> arguments = new ArrayList<>();
    while (!accept(")")) {
      arguments.add(or());
      accept(",");
    }
    return switch (name) {
      case "success" -> !scope.failed();
      case "failure" -> scope.failed();
      case "always" -> true;
      case "cancelled" -> false;
      case "startsWith" -> lowerCase(arguments.get(0)).startsWith(lowerCase(arguments.get(1)));
      case "contains" -> lowerCase(arguments.get(0)).contains(lowerCase(arguments.get(1)));
      default -> throw new AssertionError("no function is called " + name + ": " + text);
    };
  }

  private @Nullable Object property(String name) {
    Object value = scope.context(name);
    String path = name;
    while (accept(".")) {
      String key = next();
      path += "." + key;
      value = member(value, key, path);
    }
    return value;
  }

  /** The member of a context; it must be known, unless a step or a user may leave it out. */
  private @Nullable Object member(@Nullable Object value, String key, String path) {
    if (value instanceof Map<?, ?> map && (map.containsKey(key) || isOpen(path))) {
      return map.get(key);
    }
    throw new AssertionError("nothing is known as " + path + ": " + text);
  }

  private static boolean isOpen(String path) {
    return path.matches("steps\\.[^.]+\\.outputs\\.[^.]+|(vars|secrets|env)\\.[^.]+");
  }

  private boolean accept(String token) {
    boolean found = at < tokens.size() && tokens.get(at).equals(token);
    at += found ? 1 : 0;
    return found;
  }

  private void expect(String token) {
    if (!accept(token)) {
      throw new AssertionError("'" + token + "' is missing: " + text);
    }
  }

  private String next() {
    if (at == tokens.size()) {
      throw new AssertionError("something is missing at the end: " + text);
    }
    return tokens.get(at++);
  }

  private static boolean isEqual(@Nullable Object left, @Nullable Object right) {
    return lowerCase(left).equals(lowerCase(right)); // GitHub compares without case
  }

  private static String lowerCase(@Nullable Object value) {
    return string(value).toLowerCase(Locale.ROOT);
  }

  private static String string(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static boolean isTruthy(@Nullable Object value) {
    return !(value == null
        || value.equals("")
        || value.equals(Boolean.FALSE)
        || value.equals(Integer.valueOf(0)));
  }
}
