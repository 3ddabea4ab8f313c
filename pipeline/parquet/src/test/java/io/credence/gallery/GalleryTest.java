package io.credence.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.credence.folder.LoadedModel;
import io.credence.folder.ModelFolder;
import io.credence.folder.ModelLoader;
import io.credence.model.Model;
import io.credence.model.Output;
import io.credence.model.Predictive;
import io.credence.predict.PredictSpec;
import io.credence.predict.Predictor;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each model of the gallery loads, agrees with its verify file, and predicts what PyMC predicts.
 *
 * <p>The run seed is fixed, so a model that passes once passes always. The z of one record depend
 * on each other, those of 200 records do not: in the worst case, where a record's z are all equal,
 * their root mean square has a standard deviation of 1 / sqrt(400), so that a right model fails the
 * bounds below with a chance of 10^-4 at most.
 */
class GalleryTest {

  /** Each of the 1,000 posterior draws is used eight times. */
  private static final PredictSpec SPEC =
      PredictSpec.DEFAULT.withNumSamples(8_000).withKeyField("id");

  /** Figures are stored in single precision. */
  private static final double PERCENT = 1e-4;

  static List<Gallery> models() {
    return Gallery.all();
  }

  @ParameterizedTest
  @MethodSource("models")
  void agreesWithPyMc(Gallery gallery) throws Exception {
    LoadedModel loaded = ModelLoader.load(ModelFolder.local(gallery.folder()));
    assertThat(loaded.verifiedFigures()).isGreaterThan(20);
    double[] z = scores(gallery, loaded.model());
    double rms = Math.sqrt(DoubleStream.of(z).map(each -> each * each).average().orElseThrow());
    double worst = DoubleStream.of(z).map(Math::abs).max().orElseThrow();
    assertThat(rms).as("root mean square of %s z", z.length).isBetween(0.8, 1.25);
    assertThat(worst).as("the largest z").isLessThan(6);
  }

  static double[] scores(Gallery gallery, Model model) throws Exception {
    Predictor predictor = Predictor.of(model, SPEC);
    List<List<@Nullable Object>> records = gallery.records(predictor.fields());
    List<String> outputs = model.outputs().stream().map(Output::name).toList();
    Predictive predicted = predictor.room();
    DoubleStream.Builder z = DoubleStream.builder();
    int id = -1;
    for (Figure figure : gallery.figures()) {
      if (figure.id() != id) {
        id = figure.id();
        predictor.predict((row, field) -> row.get(field), records.get(id), predicted);
      }
      int output = outputs.indexOf(figure.output());
      double[] samples = predicted.samples(output);
      if (figure.isExact()) {
        assertThat(Figure.mean(samples)).isCloseTo(figure.value(), withinPercentage(PERCENT));
      } else if (figure.isProbability() && figure.isCompared()) {
        int position = model.outputs().get(output).classes().indexOf(figure.label());
        z.add(figure.z(predicted.probabilities(output)[position]));
      } else if (figure.isCompared()) {
        z.add(figure.z(samples));
      }
    }
    return z.build().toArray();
  }
}
