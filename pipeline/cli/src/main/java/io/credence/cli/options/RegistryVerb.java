package io.credence.cli.options;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code credence registry} can do. */
public enum RegistryVerb {
  REGISTER,
  SIGN,
  PROMOTE,
  ROLLBACK,
  DECIDE,
  PIN,
  RETIRE,
  LIST,
  SHOW,
  LOG,
  VERIFY;

  /** The options that it can't do without, as they are typed. */
  public List<String> required() {
    return getters()
        .filter(getter -> isAmong(getter.getAnnotation(OfActions.class).required()))
        .map(RegistryVerb::option)
        .toList();
  }

  /** The options that it takes not, though others do. */
  public List<String> foreign() {
    return getters()
        .filter(getter -> !isAmong(getter.getAnnotation(OfActions.class).required()))
        .filter(getter -> !isAmong(getter.getAnnotation(OfActions.class).optional()))
        .map(RegistryVerb::option)
        .toList();
  }

  private boolean isAmong(RegistryVerb[] verbs) {
    return Arrays.asList(verbs).contains(this);
  }

  /** The getters of options that are not for all, in the order of the help. */
  private static Stream<Method> getters() {
    return Arrays.stream(RegistryOptions.class.getMethods())
        .filter(getter -> getter.isAnnotationPresent(OfActions.class))
        .sorted(Comparator.comparingInt(getter -> getter.getAnnotation(Explained.class).order()));
  }

  private static String option(Method getter) {
    return "--" + OptionEntry.name(getter);
  }

  public static Optional<RegistryVerb> of(String word) {
    return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static String words() {
    return Arrays.stream(values()).map(RegistryVerb::word).collect(Collectors.joining(", "));
  }
}
