package io.credence.aggregate;

import io.credence.model.Model;
import io.credence.model.Output;
import io.credence.score.ScoreSpec;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which groups of records are summed up, and what becomes of their sums.
 *
 * @param score how samples are drawn, and what those of a group are reduced to; summaries of one
 *     statistic alone go by its {@linkplain Statistic#name name}
 * @param groupings the columns of each grouping: records with the same values in them are a group,
 *     and all records where there are none
 * @param statistics what is made of the records of a group
 * @param weight the column of the records' weights; null for 1 each
 */
public record AggregateSpec(
    ScoreSpec score,
    List<List<String>> groupings,
    List<Statistic> statistics,
    @Nullable String weight)
    implements Serializable {

  /**
   * Checks what does not depend on a model.
   *
   * @throws IllegalArgumentException when records have no key, nothing is asked for, or something
   *     twice
   */
  public AggregateSpec {
    groupings = List.copyOf(groupings.stream().map(List::copyOf).toList());
    statistics = List.copyOf(statistics);
    if (score.predict().keyField() == null) {
      throw new IllegalArgumentException(
          "Records that are summed need a key each: records with equal features would have equal"
              + " noise, and their sum too much of it");
    }
    if (groupings.isEmpty() || statistics.isEmpty()) {
      throw new IllegalArgumentException("There must be a grouping and a statistic");
    }
    Set<Object> seen = new HashSet<>();
    for (Statistic statistic : statistics) {
      requireNew(statistic.name(), seen);
    }
    for (List<String> columns : groupings) {
      Set<Object> ofGrouping = new HashSet<>();
      columns.forEach(column -> requireNew(column, ofGrouping));
      // The order of columns makes no other groups.
      requireNew(ofGrouping, seen);
    }
  }

  private static void requireNew(Object asked, Set<Object> seen) {
    if (!seen.add(asked)) {
      throw new IllegalArgumentException(asked + " is asked for twice");
    }
  }

  /** The columns of all groupings, each once, in the order in which they come first. */
  public List<String> columns() {
    return groupings.stream().flatMap(List::stream).distinct().toList();
  }

  /** Whether a mean is asked for, which needs weights that are not negative. */
  boolean hasMean() {
    return statistics.stream().anyMatch(each -> each.form() == Statistic.Form.MEAN);
  }

  /**
   * The statistics, as what is predicted of a group.
   *
   * @throws IllegalArgumentException when the model lacks an output, or one has classes
   */
  public List<Output> outputs(Model model) {
    List<Output> outputs = new ArrayList<>();
    for (Statistic statistic : statistics) {
      outputs.add(statistic.of(output(model, statistic.output()), weight != null));
    }
    return outputs;
  }

  private static Output output(Model model, String name) {
    Output output =
        model.outputs().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The model has no output '%s'; it has: %s"
                            .formatted(name, model.outputs().stream().map(Output::name).toList())));
    if (output.hasClasses()) {
      throw new IllegalArgumentException(
          "The output '%s' has classes, which have no sum; sum an output of numbers"
              .formatted(name));
    }
    return output;
  }

  /** How many outputs are summed, each for one statistic or for two. */
  public int outputsSummed() {
    return (int) statistics.stream().map(Statistic::output).distinct().count();
  }

  /** The positions in the model of the outputs that are summed, each once. */
  List<Integer> summed(Model model) {
    List<String> names = model.outputs().stream().map(Output::name).toList();
    return statistics.stream().map(each -> names.indexOf(each.output())).distinct().toList();
  }
}
