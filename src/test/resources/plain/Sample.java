import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.*;

/** What javac leaves to be linked at run time, in all its forms; it prints what comes of each. */
public class Sample {
  interface Named {
    String name();

    default Supplier<String> loud() {
      return () -> name() + "!";
    }

    private String quiet() {
      return name() + ".";
    }

    default Supplier<String> low() {
      return this::quiet;
    }
  }

  @FunctionalInterface
  interface Many<R> {
    R of(byte a, short b, char c, int d, long e, float f, double g, boolean h, String i);
  }

  static class Holder<T extends Comparable<T>> {
    private final T value;

    private Holder(T value) {
      this.value = value;
    }

    private boolean isLess(T other) {
      return value.compareTo(other) < 0;
    }

    class Inner {
      Predicate<T> less() {
        return other -> isLess(other) && value != null;
      }
    }
  }

  static class Base {
    protected String who() {
      return "base";
    }
  }

  static class Derived extends Base {
    @Override
    protected String who() {
      return "derived";
    }

    Supplier<String> above() {
      return super::who;
    }
  }

  static int count;

  static int next() {
    return ++count;
  }

  static long sum(int... numbers) {
    long sum = 0;
    for (int number : numbers) {
      sum += number;
    }
    return sum;
  }

  public static void main(String[] args) {
    byte b = -1;
    short s = 300;
    char c = 'x';
    long l = 1L << 40;
    float f = 1.5f;
    double d = 2.25;
    Object none = null;
    char[] letters = {'a'};
    StringBuilder builder = new StringBuilder("built");
    String t = "";
    t += b + "|" + s + c + l + '|' + f + d + true + none + builder + "\u00e4\u20ac\ud83d\ude00";
    say(t + (letters + "").startsWith("[C@"));
    say("" + "\1\2" + none + "\1" + b);
    Many<String> many = (i, j, k, m, n, o, p, q, r) -> i + " " + j + k + m + n + o + p + q + r + l;
    say(many.of(b, s, c, 7, l, f, d, false, "end"));
    ToLongFunction<Integer> widened = x -> x;
    LongSupplier unboxed = Integer.valueOf(5)::longValue;
    IntToDoubleFunction wider = x -> x * 2L;
    ToDoubleFunction<Integer> boxedWider = Integer::intValue;
    Function<Integer, Object> boxed = x -> x + 1;
    IntFunction<Integer> box = Integer::valueOf;
    Function<Character, Integer> character = Character::getNumericValue;
    say(widened.applyAsLong(3) + unboxed.getAsLong() + wider.applyAsDouble(4) + "");
    say(boxedWider.applyAsDouble(6) + "" + boxed.apply(1) + box.apply(9) + character.apply('7'));
    IntBinaryOperator max = Math::max;
    ToLongBiFunction<Integer, Integer> summed = Sample::sum;
    Supplier<Long> nothing = Sample::sum;
    say(max.applyAsInt(2, 3) + " " + summed.applyAsLong(2, 3) + " " + nothing.get());
    Supplier<List<String>> list = ArrayList::new;
    Function<Integer, int[]> array = int[]::new;
    IntFunction<List<String>> sized = ArrayList::new;
    say(list.get() + " " + array.apply(3).length + sized.apply(4));
    Runnable dropped = Sample::next;
    Runnable droppedLong = () -> sum(1, 2);
    IntConsumer droppedObject = box::apply;
    dropped.run();
    droppedLong.run();
    droppedObject.accept(1);
    say("count " + count);
    Named named = () -> "named";
    say(named.loud().get() + named.low().get() + new Derived().above().get());
    Holder<String> holder = new Holder<>("m");
    Predicate<String> less = holder::isLess;
    say(less.test("n") + " " + less.negate().test("n") + " " + holder.new Inner().less().test("a"));
    Function<String, Holder<String>> make = Holder::new;
    say(make.andThen(h -> h.value).apply("made"));
    Comparator<String> order = Comparator.comparing(String::length);
    say(List.of("ccc", "a", "bb").stream().sorted(order.thenComparing(Function.identity())).toList());
    Function<Integer, Function<Integer, Integer>> curried = x -> y -> x * y + count;
    say(curried.apply(6).apply(7));
    Supplier<String> lower = "ABC"::toLowerCase;
    Function<Object, String> string = Objects::toString;
    say(lower.get() + string.apply(null) + once(args) + (once(args) == once(args)));
    try {
      Object wrong = "word";
      @SuppressWarnings("unchecked")
      Function<Object, Object> strict = (Function<Object, Object>) (Function<?, ?>) twice();
      say(strict.apply(wrong));
    } catch (ClassCastException e) {
      say("refused");
    }
    try {
      Supplier<String> early = ((String) none)::trim;
      say(early.get());
    } catch (NullPointerException e) {
      say("null");
    }
    Runnable serializable = (Runnable & java.io.Serializable) () -> say("kept");
    serializable.run();
    new Thread(Sample::last).run();
  }

  static Function<Integer, Integer> twice() {
    return x -> 2 * x;
  }

  static Supplier<String> once(String[] args) {
    Supplier<String> once = () -> "once";
    return new Supplier<>() {
      @Override
      public String get() {
        return once.get();
      }

      @Override
      public String toString() {
        Supplier<String> mine = () -> once.get() + args.length;
        return mine.get();
      }
    };
  }

  private static void last() {
    say("last");
  }

  private static void say(Object what) {
    System.out.println(what);
  }
}
