package io.credence.server.scoring;

import io.credence.problem.Excerpt;
import io.credence.problem.Suggestion;
import io.credence.server.refusal.Code;
import io.credence.server.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The models that are served, in the order in which they were named. A reload replaces one between
 * two requests: a request keeps the model that it began with.
 *
 * <p>Thread-safe.
 */
public final class Models {

  private volatile List<ServedModel> all;

  public Models(List<ServedModel> all) {
    this.all = List.copyOf(all);
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
   * @param version null where it may be any
   * @throws Refusal when there is none, or not in this version
   */
  public ServedModel named(@Nullable String name, @Nullable String version) throws Refusal {
    String wanted = String.valueOf(name);
    for (ServedModel each : all) {
      if (each.model().name().equals(wanted)) {
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

  /** Puts a model in the place of the one that has its name. */
  public synchronized void replace(ServedModel by) {
    List<ServedModel> next = new ArrayList<>(all);
    next.replaceAll(each -> each.model().name().equals(by.model().name()) ? by : each);
    all = List.copyOf(next);
  }
}
