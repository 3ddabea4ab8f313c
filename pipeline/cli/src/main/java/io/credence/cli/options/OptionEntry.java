package io.credence.cli.options;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/**
 * An option of a command, as its getter describes it.
 *
 * @param name without the leading dashes
 * @param values the type of its value, or of each of its values
 * @param mayBeEmpty whether an empty value has a meaning
 * @param perOutput if its values are numbers that may belong to an output of the model
 */
record OptionEntry(
    String name,
    Class<?> values,
    boolean mayBeEmpty,
    @Nullable PerOutput perOutput,
    String description,
    Explained explained) {

  private static final Set<Class<?>> FLAGS = Set.of(boolean.class, Boolean.class);

  /** The types of options that are numbers. */
  static final Set<Class<?>> NUMBERS =
      Set.of(
          short.class,
          Short.class,
          int.class,
          Integer.class,
          long.class,
          Long.class,
          float.class,
          Float.class,
          double.class,
          Double.class);

  /** The options of a command, in the order of the help. */
  static List<OptionEntry> of(Class<? extends PipelineOptions> options) {
    List<OptionEntry> entries = new ArrayList<>();
    for (Method method : options.getMethods()) {
      Explained explained = method.getAnnotation(Explained.class);
      if (explained != null) {
        String description = method.getAnnotation(Description.class).value();
        entries.add(
            new OptionEntry(
                name(method),
                values(method),
                method.isAnnotationPresent(MayBeEmpty.class),
                method.getAnnotation(PerOutput.class),
                description,
                explained));
      }
    }
    entries.sort(Comparator.comparingInt(entry -> entry.explained().order()));
    return entries;
  }

  /** The name of an option, without the leading dashes. */
  static String name(Method getter) {
    return Character.toLowerCase(getter.getName().charAt(3)) + getter.getName().substring(4);
  }

  /** The type of an option, or of each of its values when it takes several. */
  static Class<?> values(Method getter) {
    return getter.getGenericReturnType() instanceof ParameterizedType list
            && list.getActualTypeArguments()[0] instanceof Class<?> element
        ? element
        : getter.getReturnType();
  }

  /** Whether it may stand without a value, which then is true. */
  boolean isFlag() {
    return FLAGS.contains(values);
  }

  boolean isNumeric() {
    return NUMBERS.contains(values);
  }

  static Optional<OptionEntry> named(Class<? extends PipelineOptions> options, String name) {
    return of(options).stream().filter(entry -> entry.name().equals(name)).findFirst();
  }
}
