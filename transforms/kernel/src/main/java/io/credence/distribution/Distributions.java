package io.credence.distribution;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All distributions by name: those of Credence, and those that are found on the class path. */
public final class Distributions {

  private static final List<Distribution> OWN =
      List.of(
          new Bernoulli(),
          new Beta(),
          new BetaBinomial(),
          new Binomial(),
          new Categorical(),
          new Cauchy(),
          new ChiSquared(),
          new DiscreteUniform(),
          new Exponential(),
          new Gamma(),
          new Geometric(),
          new Gumbel(),
          new HalfCauchy(),
          new HalfNormal(),
          new HalfStudentT(),
          Hurdle.gamma(),
          Hurdle.lognormal(),
          Hurdle.negativeBinomial(),
          Hurdle.poisson(),
          new InverseGamma(),
          new Laplace(),
          new Logistic(),
          new LogNormal(),
          new NegativeBinomial(),
          new Normal(),
          Ordered.logistic(),
          Ordered.probit(),
          new Pareto(),
          new Poisson(),
          new SkewNormal(),
          new StudentT(),
          new Triangular(),
          new Uniform(),
          new VonMises(),
          new Wald(),
          new Weibull(),
          ZeroInflated.binomial(),
          ZeroInflated.negativeBinomial(),
          ZeroInflated.poisson());

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

  /**
   * What each class loader sees. Threads of one JVM may have several, one per job on Flink. Neither
   * key nor value keeps a loader in memory when its job has ended.
   */
  private static final Map<ClassLoader, WeakReference<Map<String, Distribution>>> BY_LOADER =
      Collections.synchronizedMap(new WeakHashMap<>());

  private Distributions() {}

  /**
   * The distribution of a name; empty when there is none.
   *
   * @throws IllegalStateException when two distributions have one name, or one can't be loaded
   */
  public static Optional<Distribution> named(String name) {
    return Optional.ofNullable(visible().get(name));
  }

  /**
   * All names, in the order of the alphabet.
   *
   * @throws IllegalStateException when two distributions have one name, or one can't be loaded
   */
  public static Set<String> names() {
    return visible().keySet();
  }

  /**
   * All names that a call of a distribution may have, in the order of the alphabet: those of {@link
   * #names}, of the modifiers, and of {@link MultivariateNormal}.
   *
   * @throws IllegalStateException when two distributions have one name, or one can't be loaded
   */
  public static Set<String> callable() {
    Set<String> all = new TreeSet<>(names());
    for (Modifier modifier : Modifier.values()) {
      all.add(modifier.yaml());
    }
    all.add(MultivariateNormal.NAME);
    return Collections.unmodifiableSet(all);
  }

  /** Whether a call of this name is one of a distribution. */
  public static boolean isCallable(String name) {
    return callable().contains(name);
  }

  /**
   * What each of them says of itself, in the order of the alphabet.
   *
   * @throws IllegalStateException when two distributions have one name, or one can't be loaded
   */
  public static List<DistributionEntry> listing() {
    return Stream.of(
            visible().values().stream().map(DistributionEntry::of),
            Stream.of(Modifier.values()).map(Modifier::entry),
            Stream.of(MultivariateNormal.entry()))
        .flatMap(each -> each)
        .sorted(Comparator.comparing(DistributionEntry::name))
        .toList();
  }

  private static Map<String, Distribution> visible() {
    ClassLoader own = Distributions.class.getClassLoader();
    ClassLoader thread = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = thread == null ? own : thread;
    WeakReference<Map<String, Distribution>> known = BY_LOADER.get(loader);
    Map<String, Distribution> visible = known == null ? null : known.get();
    if (visible == null) {
      List<Distribution> all = new ArrayList<>(OWN);
      all.addAll(found(own, loader));
      visible = byName(all);
      BY_LOADER.put(loader, new WeakReference<>(visible));
    }
    return visible;
  }

  /** Of each class one, where both loaders see it. */
  private static List<Distribution> found(@Nullable ClassLoader... loaders) {
    Set<Class<?>> classes = new LinkedHashSet<>();
    List<Distribution> found = new ArrayList<>();
    try {
      for (ClassLoader loader : loaders) {
        for (Distribution each : ServiceLoader.load(Distribution.class, loader)) {
          if (classes.add(each.getClass())) {
            found.add(each);
          }
        }
      }
    } catch (ServiceConfigurationError e) {
      throw new IllegalStateException("A distribution can't be loaded: " + e.getMessage(), e);
    }
    return found;
  }

  static Map<String, Distribution> byName(List<Distribution> distributions) {
    Map<String, Distribution> byName = new TreeMap<>();
    for (Distribution each : distributions) {
      if (Modifier.named(each.name()).isPresent() || each.name().equals(MultivariateNormal.NAME)) {
        throw new IllegalStateException(
            "The distribution of %s can't be named '%s', which is the name of another call"
                .formatted(each.getClass().getName(), each.name()));
      }
      if (!NAME.matcher(each.name()).matches()) {
        throw new IllegalStateException(
            "The distribution of %s must have a name of lower-case letters, digits and underscores, but its name is '%s'"
                .formatted(each.getClass().getName(), each.name()));
      }
      Distribution other = byName.putIfAbsent(each.name(), each);
      if (other != null) {
        throw new IllegalStateException(
            "Two distributions are named '%s': %s and %s. Take one off the class path, or rename it"
                .formatted(each.name(), other.getClass().getName(), each.getClass().getName()));
      }
    }
    return Collections.unmodifiableMap(byName);
  }
}
