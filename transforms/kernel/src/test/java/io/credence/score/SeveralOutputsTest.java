package io.credence.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.deadletter.UnscorableException;
import io.credence.model.Model;
import io.credence.model.Output;
import io.credence.predict.PredictSpec;
import io.credence.summary.SummarySpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeveralOutputsTest {

  private static final PredictSpec FOUR = PredictSpec.DEFAULT.withNumSamples(4);
  private static final ScoreSpec SPEC =
      new ScoreSpec(
          FOUR,
          SummarySpec.defaults().withBins(3).withQuantiles(0.5),
          Map.of("loss", SummarySpec.defaults().withExceedance(1.5).withBins(0)),
          true);

  private static Scored score(Model model, ScoreSpec spec) throws UnscorableException {
    return Scorer.of(model, spec).score((record, field) -> null, Map.of());
  }

  @Test
  void eachHasASetOfColumnsAndTheRecordOne() {
    assertThat(ScoreColumns.of(new ThreeOutputs(), SPEC).columns())
        .map(column -> column.name() + " " + column.type())
        .containsExactly(
            "loss_pred DOUBLE",
            "loss_pred_mean DOUBLE",
            "loss_pred_sd DOUBLE",
            "loss_pred_lower DOUBLE",
            "loss_pred_upper DOUBLE",
            "loss_pred_p_gt_1_5 DOUBLE",
            "loss_pred_samples DOUBLE_LIST",
            "claims_pred DOUBLE",
            "claims_pred_mean DOUBLE",
            "claims_pred_sd DOUBLE",
            "claims_pred_lower DOUBLE",
            "claims_pred_upper DOUBLE",
            "claims_pred_q_50 DOUBLE",
            "claims_pred_bin_edges DOUBLE_LIST",
            "claims_pred_density DOUBLE_LIST",
            "claims_pred_samples DOUBLE_LIST",
            "program_pred_mode STRING",
            "program_pred_prob_general DOUBLE",
            "program_pred_prob_on_line DOUBLE",
            "program_pred_prob_8 DOUBLE",
            "program_pred_samples DOUBLE_LIST",
            "model_name STRING",
            "model_version STRING",
            "model_digest STRING",
            "n_samples LONG");
  }

  @Test
  void eachIsReducedAsItsKindWants() throws Exception {
    Scored scored = score(new ThreeOutputs(), SPEC);
    assertThat(scored.outputs()).isEqualTo(3);
    assertThat(scored.summary(0).median()).isEqualTo(1.5);
    assertThat(scored.summary(0).exceedance(0)).isEqualTo(0.5);
    assertThat(scored.summary(1).quantile(0)).isEqualTo(1);
    assertThat(scored.summary(1).binEdges()).containsExactly(-0.5, 0.5, 1.5, 2.5);
    assertThat(scored.classes(2).probabilities()).containsExactly(0.25, 0.5, 0.25);
    assertThat(scored.samples(1)).containsExactly(ThreeOutputs.CLAIMS);
    assertThatIllegalStateException().isThrownBy(() -> scored.summary(2));
    assertThatIllegalStateException().isThrownBy(() -> scored.classes(0));
  }

  @Test
  void aRowHoldsTheFiguresOfAll() throws Exception {
    ScoreColumns columns = ScoreColumns.of(new ThreeOutputs(), SPEC);
    ScoredRow row = columns.row(score(new ThreeOutputs(), SPEC));
    assertThat(row.doubleAt(0)).isEqualTo(1.5);
    assertThat(row.doubleAt(7)).isEqualTo(1);
    assertThat(row.stringAt(16)).isEqualTo("on-line");
    assertThat(row.doubleAt(18)).isEqualTo(0.5);
    assertThat(row.doublesAt(20)).containsExactly(ThreeOutputs.PROGRAM);
    assertThat(row.longAt(24)).isEqualTo(4);
  }

  @Test
  void ofClassesThatAreEquallyProbableTheFirstIsTheMode() throws Exception {
    Model model = new ThreeOutputs(ThreeOutputs.LOSS, 0.4, 0.2, 0.4);
    assertThat(score(model, SPEC).classes(2).mode()).isZero();
  }

  @Test
  void aDeadLetterNamesTheOutput() {
    assertThatThrownBy(
            () -> score(new ThreeOutputs(new double[] {1, 2, Double.NaN, 1}, 0, 0, 1), SPEC))
        .isInstanceOf(UnscorableException.class)
        .hasMessage(
            "The prediction of loss must be finite, but is NaN in sample 2 of 4; look for the cause in the model");
    double next = Math.nextUp(1.0);
    ScoreSpec bins = new ScoreSpec(FOUR, SummarySpec.defaults(), false);
    assertThatThrownBy(
            () -> score(new ThreeOutputs(new double[] {1, next, next, 1}, 0, 0, 1), bins))
        .isInstanceOf(UnscorableException.class)
        .hasMessageStartingWith("Output loss: The samples must span a range");
    assertThatThrownBy(() -> score(new ThreeOutputs(ThreeOutputs.LOSS, 0, Double.NaN, 1), SPEC))
        .isInstanceOf(UnscorableException.class)
        .hasMessage(
            "Output program: The probability of each class must be finite, but that of class 1 of 3 is NaN");
  }

  @Test
  void aSummaryForWhatIsNoOutputOfNumbersIsRefused() {
    for (String name : List.of("lost", "program")) {
      ScoreSpec spec =
          new ScoreSpec(FOUR, SummarySpec.defaults(), Map.of(name, SummarySpec.defaults()), false);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Scorer.of(new ThreeOutputs(), spec))
          .withMessage(
              "There is a summary for '%s', which is no output of numbers; there are: [loss, claims, program]"
                  .formatted(name));
    }
  }

  @Test
  void columnsOfOneNameAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Output.classes("y", List.of("a-b", "c", "a b")))
        .withMessage(
            "Output y: The classes 'a-b' and 'a b' would share the column …_pred_prob_a_b; rename one");
    for (List<Output> outputs :
        List.of(
            List.of(Output.real("y"), Output.real("y")),
            List.of(Output.real("y_pred_prob"), Output.real("y")))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new ThreeOutputs().description().withOutputs(outputs))
          .withMessageContaining("would have columns of one name, y_pred; rename one");
    }
  }
}
