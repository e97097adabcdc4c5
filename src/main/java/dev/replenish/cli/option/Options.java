package dev.replenish.cli.option;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Stack;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * Makes the options and operands of commands, and reads what a call gave for them. The label of a
 * value says what it is, and so how a shell completes it: {@code Words}.
 */
public final class Options {
  /** The option of commands that a workflow calls. */
  public static final String GITHUB = "--github";

  private Options() {}

  public static OptionSpec github() {
    return flag(
        GITHUB,
        "print annotations, outputs and a job summary for GitHub Actions; default in a workflow");
  }

  /** How many hours a day people work on tasks. */
  public static OptionSpec perDay() {
    return value("--per-day", "HOURS", "focused hours per day, such as 6; default: 3,2,1");
  }

  /** A switch. */
  public static OptionSpec flag(String name, String text) {
    return switched(text, name);
  }

  /** A switch with a name of one letter, too. */
  public static OptionSpec flag(String letter, String name, String text) {
    return switched(text, letter, name);
  }

  /** An option with a value; of several the last counts. */
  public static OptionSpec value(String name, String label, String text) {
    return valued(name, label, text).type(String.class).build();
  }

  /** An option that may be given several times, and each counts. */
  public static OptionSpec values(String name, String label, String text) {
    return valued(name, label, text).type(List.class).auxiliaryTypes(String.class).build();
  }

  /** An option whose value is one of {@code words}, in any case of letters. */
  public static OptionSpec oneOf(String name, String label, String text, List<String> words) {
    return valued(name, label, text)
        .type(String.class)
        .completionCandidates(words)
        .converters(new OneOf(words))
        .build();
  }

  /** The same where several may be given: the option again, or words with commas between them. */
  public static OptionSpec someOf(String name, String label, String text, List<String> words) {
    return valued(name, label, text)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .completionCandidates(words)
        .converters(new SomeOf(new OneOf(words)))
        .build();
  }

  /** What a command takes beside its options: up to one word. */
  public static PositionalParamSpec operand(String label) {
    return PositionalParamSpec.builder()
        .index("0")
        .arity("0..1")
        .type(String.class)
        .paramLabel(label)
        .build();
  }

  /** The same: as many words as one likes. */
  public static PositionalParamSpec operands(String label) {
    return PositionalParamSpec.builder()
        .index("0..*")
        .arity("0..*")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel(label)
        .build();
  }

  private static OptionSpec switched(String text, String... names) {
    return option(text, names).type(boolean.class).arity("0").build();
  }

  private static OptionSpec.Builder valued(String name, String label, String text) {
    return option(text, name).arity("1").paramLabel(label).preprocessor(Options::attached);
  }

  private static OptionSpec.Builder option(String text, String... names) {
    return OptionSpec.builder(names).description(escaped(text));
  }

  /** A value behind {@code =} may look like an option; a word by itself that does is one. */
  private static boolean attached(
      Stack<String> words, CommandSpec spec, ArgSpec option, Map<String, Object> info) {
    spec.parser().allowOptionsAsOptionParameters(!" ".equals(info.get("separator")));
    return false;
  }

  /** Whether the call gave it. */
  public static boolean has(ArgSpec arg) {
    return !all(arg).isEmpty();
  }

  /** Its value; of several the last. */
  public static Optional<String> value(ArgSpec arg) {
    List<String> all = all(arg);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** Each of its values in the order of the call; a switch that is on has one. */
  public static List<String> all(ArgSpec arg) {
    Object value = arg.getValue();
    List<String> all = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object each : list) {
        all.add(each.toString());
      }
    } else if (value != null && !value.equals(false)) {
      all.add(value.toString());
    }
    return all;
  }

  /** All words that it was given, also those with commas between them, in lower case. */
  public static Set<String> some(ArgSpec arg) {
    Set<String> some = new LinkedHashSet<>();
    for (String value : all(arg)) {
      for (String word : value.split(",")) {
        some.add(word.strip().toLowerCase(Locale.ROOT));
      }
    }
    some.remove("");
    return some;
  }

  /** The name that messages call it by: the long one, if there is one. */
  public static String name(OptionSpec option) {
    return option.longestName();
  }

  /** Whether a value follows the option. */
  public static boolean takesValue(OptionSpec option) {
    return option.arity().max() > 0;
  }

  /** What it does. */
  public static String text(OptionSpec option) {
    return option.description()[0].replace("%%", "%");
  }

  /** The values that it takes; empty where any will do. */
  public static List<String> words(OptionSpec option) {
    List<String> words = new ArrayList<>();
    Iterable<String> candidates = option.completionCandidates();
    if (candidates != null) {
      candidates.forEach(words::add);
    }
    return words;
  }

  /** Which word of a list is meant. */
  private record OneOf(List<String> words) implements ITypeConverter<String> {
    @Override
    public String convert(String given) {
      for (String word : words) {
        if (word.equalsIgnoreCase(given.strip())) {
          return word;
        }
      }
      throw new TypeConversionException("not one of " + words);
    }
  }

  /** Which words of a list are meant by some with commas between them. */
  private record SomeOf(OneOf one) implements ITypeConverter<String> {
    @Override
    public String convert(String given) {
      List<String> some = new ArrayList<>();
      for (String word : given.split(",")) {
        some.add(one.convert(word));
      }
      return String.join(",", some);
    }
  }

  /** Text as picocli prints it as it is. */
  public static String escaped(String text) {
    return text.replace("%", "%%");
  }
}
