package io.credence.predict;

import io.credence.deadletter.UnscorableException;
import io.credence.distribution.Variates;
import io.credence.draws.DrawColumn;
import io.credence.expression.Columns;
import io.credence.expression.Substitution;
import io.credence.model.Inputs;
import io.credence.model.Noise;
import java.util.stream.Stream;

/** What stands in for elements of a parameter when a level is unseen. */
@FunctionalInterface
interface Substitute {

  /**
   * Fills the columns where expressions find the elements.
   *
   * @throws UnscorableException when a parameter lies outside of its domain for some draw
   */
  void run(Inputs inputs, Noise noise) throws UnscorableException;

  /** One element that is drawn by itself. */
  static Substitute drawn(Sampling sampling, Substitution place, double[] column) {
    return (inputs, noise) ->
        sampling.sample(inputs, column.length, variates(noise, inputs, place), column);
  }

  /** Several elements that are drawn together, with the noise of the first one. */
  static Substitute drawn(MultivariateCall call, Substitution first, double[][] columns) {
    return (inputs, noise) ->
        call.sample(inputs, columns[0].length, variates(noise, inputs, first), columns);
  }

  /** Elements that are computed: each is a value, or all are the same one. */
  static Substitute computed(Columns values, double[][] columns) {
    DrawColumn[] found =
        Stream.generate(DrawColumn::new).limit(values.count()).toArray(DrawColumn[]::new);
    return (inputs, noise) -> {
      values.load(inputs, found, 0);
      for (int i = 0; i < columns.length; i++) {
        DrawColumn value = found[found.length == 1 ? 0 : i];
        System.arraycopy(value.values(), value.offset(), columns[i], 0, columns[i].length);
      }
    };
  }

  private static Variates variates(Noise noise, Inputs inputs, Substitution place) {
    return noise.ofEffect(inputs, place.slot(), place.tensor(), place.positions(), place.slots());
  }
}
