package io.credence.jobs.runner;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;

/** Finds the {@link Runner} that arguments ask for. */
public final class Runners {

  private static final String OPTION = "--runner";

  private Runners() {}

  /**
   * The runner that {@code --runner} names; when it names none, the one that is at hand. A runner
   * of Beam that nothing here is known of gets what any runner gets.
   */
  public static Runner of(GivenArguments arguments) {
    Optional<String> name = arguments.value(OPTION);
    return found().stream()
        .filter(runner -> name.isEmpty() || isNamed(runner, name.get()))
        .findFirst()
        .orElseGet(() -> new OtherRunner(name.orElse("")));
  }

  private static boolean isNamed(Runner runner, String name) {
    String simple = name.substring(name.lastIndexOf('.') + 1);
    return simple.toLowerCase(Locale.ROOT).startsWith(runner.name());
  }

  private static List<Runner> found() {
    return ServiceLoader.load(Runner.class, Runner.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparingInt(Runner::precedence).thenComparing(Runner::name))
        .toList();
  }

  /** Whatever Beam finds by the name, without settings of ours. */
  private record OtherRunner(String name) implements Runner {}
}
