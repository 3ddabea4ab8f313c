package io.credence.server.scoring;

import io.credence.problem.Excerpt;
import io.credence.problem.Suggestion;
import io.credence.server.refusal.Code;
import io.credence.server.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The models that are served, in the order in which they were named. A reload replaces one between
 * two requests: a request keeps the model that it began with.
 *
 * <p>Thread-safe.
 */
public final class Models {

  private static final char ALIAS = '@';

  private final Map<String, SwapTally> swaps;
  private final Map<String, String> aliases;
  private volatile List<ServedModel> all;

  /** Models that no alias names. */
  public Models(List<ServedModel> all) {
    this(all, Map.of());
  }

  /**
   * @param aliases by which registries name models, by the models' names
   */
  public Models(List<ServedModel> all, Map<String, String> aliases) {
    this.all = List.copyOf(all);
    this.aliases = Map.copyOf(aliases);
    this.swaps =
        all.stream()
            .collect(
                Collectors.toUnmodifiableMap(each -> each.model().name(), each -> new SwapTally()));
  }

  public List<ServedModel> all() {
    return all;
  }

  /** The one that answers where a request names none. */
  public ServedModel first() {
    return all.get(0);
  }

  /**
   * The model of a name.
   *
   * @param name the model's, and perhaps an alias behind {@code @}
   * @param version null where it may be any
   * @throws Refusal when there is none, or not in this version, or not by this alias
   */
  public ServedModel named(@Nullable String name, @Nullable String version) throws Refusal {
    String asked = String.valueOf(name);
    int at = asked.indexOf(ALIAS);
    String wanted = at < 0 ? asked : asked.substring(0, at);
    for (ServedModel each : all) {
      if (each.model().name().equals(wanted)) {
        requireAlias(wanted, at < 0 ? null : asked.substring(at + 1));
        return ofVersion(each, version);
      }
    }
    List<String> names = all.stream().map(each -> each.model().name()).toList();
    throw Refusal.of(
        Code.UNKNOWN_MODEL,
        "There is no model '%s'; there are: %s%s"
            .formatted(
                Excerpt.of(wanted),
                String.join(", ", names),
                Suggestion.didYouMean(wanted, names)));
  }

  private void requireAlias(String model, @Nullable String alias) throws Refusal {
    String served = aliases.get(model);
    if (alias != null && !alias.equals(served)) {
      throw Refusal.of(
          Code.UNKNOWN_MODEL,
          "There is no alias '%s' of the model %s; %s"
              .formatted(
                  Excerpt.of(alias),
                  model,
                  served == null ? "it is served by no alias" : "it is served as " + served));
    }
  }

  private static ServedModel ofVersion(ServedModel model, @Nullable String version) throws Refusal {
    String served = model.model().version();
    if (version != null && !version.equals(served)) {
      throw Refusal.of(
          Code.UNKNOWN_MODEL,
          "There is no version '%s' of the model %s; the one that is served is %s"
              .formatted(Excerpt.of(version), model.model().name(), served));
    }
    return model;
  }

  /**
   * How often the model of a name was replaced.
   *
   * @throws NullPointerException when there is none
   */
  public SwapTally swaps(String name) {
    return Objects.requireNonNull(swaps.get(name));
  }

  /** Puts a model in the place of the one that has its name. */
  public synchronized void replace(ServedModel by) {
    List<ServedModel> next = new ArrayList<>(all);
    next.replaceAll(each -> each.model().name().equals(by.model().name()) ? by : each);
    all = List.copyOf(next);
    swaps(by.model().name()).done();
  }
}
