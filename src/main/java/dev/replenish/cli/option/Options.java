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
 * Creates the options and operands of commands, and reads their values in a call. The label of a
 * value determines how a shell completes it: see {@code Words}.
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

  /** The option for the hours of work on tasks per day. */
  public static OptionSpec perDay() {
    return value("--per-day", "HOURS", "focused hours per day, such as 6; default: 3,2,1");
  }

  /** A flag. */
  public static OptionSpec flag(String name, String text) {
    return switched(text, name);
  }

  /** A flag that also has a name of one letter. */
  public static OptionSpec flag(String letter, String name, String text) {
    return switched(text, letter, name);
  }

  /** An option with a value; of several values the last one counts. */
  public static OptionSpec value(String name, String label, String text) {
    return valued(name, label, text).type(String.class).build();
  }

  /** An option that may be given several times; every value counts. */
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

  /** An option whose values are of {@code words}: given several times, or separated by commas. */
  public static OptionSpec someOf(String name, String label, String text, List<String> words) {
    return valued(name, label, text)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .completionCandidates(words)
        .converters(new SomeOf(new OneOf(words)))
        .build();
  }

  /** An operand of at most one word. */
  public static PositionalParamSpec operand(String label) {
    return PositionalParamSpec.builder()
        .index("0")
        .arity("0..1")
        .type(String.class)
        .paramLabel(label)
        .build();
  }

  /** An operand of any number of words. */
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

  /** Lets a value after {@code =} look like an option; a separate word that looks so is one. */
  private static boolean attached(
      Stack<String> words, CommandSpec spec, ArgSpec option, Map<String, Object> info) {
    spec.parser().allowOptionsAsOptionParameters(!" ".equals(info.get("separator")));
    return false;
  }

  /** Whether the call gives the option or operand. */
  public static boolean has(ArgSpec arg) {
    return !all(arg).isEmpty();
  }

  /** The value; of several the last one. */
  public static Optional<String> value(ArgSpec arg) {
    List<String> all = all(arg);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** All values in the order of the call; a flag that is given has one. */
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

  /** All words of the values, split at commas, in lower case. */
  public static Set<String> givenWords(ArgSpec arg) {
    Set<String> words = new LinkedHashSet<>();
    for (String value : all(arg)) {
      for (String word : value.split(",")) {
        words.add(word.strip().toLowerCase(Locale.ROOT));
      }
    }
    words.remove("");
    return words;
  }

  /** The option's name in messages: the long one, if there is one. */
  public static String name(OptionSpec option) {
    return option.longestName();
  }

  /** Whether a value follows the option. */
  public static boolean takesValue(OptionSpec option) {
    return option.arity().max() > 0;
  }

  /** The description of the option. */
  public static String text(OptionSpec option) {
    return option.description()[0].replace("%%", "%");
  }

  /** The values that the option accepts; empty if it accepts any. */
  public static List<String> acceptedWords(OptionSpec option) {
    List<String> words = new ArrayList<>();
    Iterable<String> candidates = option.completionCandidates();
    if (candidates != null) {
      candidates.forEach(words::add);
    }
    return words;
  }

  /** Converts a value to the word of a list that it equals in any case of letters. */
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

  /** Converts a value that consists of words of a list, separated by commas. */
  private record SomeOf(OneOf one) implements ITypeConverter<String> {
    @Override
    public String convert(String given) {
      List<String> words = new ArrayList<>();
      for (String word : given.split(",")) {
        words.add(one.convert(word));
      }
      return String.join(",", words);
    }
  }

  /** Text that picocli prints unchanged. */
  public static String escaped(String text) {
    return text.replace("%", "%%");
  }
}
