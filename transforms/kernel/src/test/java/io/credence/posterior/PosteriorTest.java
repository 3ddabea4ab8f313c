package io.credence.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class PosteriorTest {

  private static final ParameterDraws MU = ParameterDraws.scalar("mu", 1, 2, 3, 4, 5, 6);
  private static final ParameterDraws BETA =
      ParameterDraws.of("beta", List.of("k"), new int[] {2}, 6, new double[12]);

  @Test
  void needsNoFile() {
    Coordinate k = new Coordinate("k", List.of("a", "b"));
    ConstantData mean = ConstantData.scalar("x_mean", 2.5);

    Posterior posterior = Posterior.of(2, 3, List.of(MU, BETA), List.of(mean), List.of(k));

    assertThat(posterior.draws()).isEqualTo(6);
    assertThat(posterior.parameters()).containsExactly(MU, BETA);
    assertThat(posterior.parameter("beta")).contains(BETA);
    assertThat(posterior.parameter("gamma")).isEmpty();
    assertThat(posterior.constants()).containsExactly(mean);
    assertThat(posterior.constant("x_mean")).contains(mean);
    assertThat(posterior.coordinates()).containsExactly(k);
    assertThat(posterior.coordinate("k")).contains(k);
  }

  @Test
  void refusesAnotherNumberOfDraws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Posterior.of(2, 4, List.of(MU), List.of(), List.of()))
        .withMessage("parameter `mu` must have 8 draws, but has 6");
  }

  @Test
  void countsDrawsThatAreNotFinite() {
    ParameterDraws bad = ParameterDraws.scalar("bad", 1, Double.NaN, Double.POSITIVE_INFINITY);
    assertThat(bad.notFinite()).isEqualTo(2);
    assertThat(Posterior.of(1, 3, List.of(bad), List.of(), List.of()).parameter("bad"))
        .contains(bad);
  }

  @Test
  void refusesNoDrawsAndEqualNames() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Posterior.of(0, 3, List.of(), List.of(), List.of()))
        .withMessageContaining("at least 1 of its chains, but has 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Posterior.of(2, 3, List.of(MU, MU), List.of(), List.of()))
        .withMessageContaining("parameter `mu` occurs twice");
  }

  @Test
  void refusesLabelsOfAnotherLengthThanTheDimension() {
    Coordinate k = new Coordinate("k", List.of("a", "b", "c"));
    ConstantData weights = ConstantData.of("weights", List.of("k"), new int[] {4}, new double[4]);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Posterior.of(2, 3, List.of(MU, BETA), List.of(), List.of(k)))
        .withMessage(
            "parameter `beta` must have as many positions on dimension `k` as its coordinate has"
                + " labels, which is 3, but has 2. Rename the dimension of one of the two, or save"
                + " the labels that belong to it");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Posterior.of(2, 3, List.of(MU), List.of(weights), List.of(k)))
        .withMessageStartingWith("constant `weights` must have as many positions on dimension `k`");
  }

  @Test
  void valuesMustFillTheShape() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ParameterDraws.of("b", List.of("k"), new int[] {2}, 3, new double[5]))
        .withMessage("`b` must have 2 elements times 3 draws, but has 5 values");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ParameterDraws.of("b", List.of("k"), new int[] {2, 1}, 3, new double[6]))
        .withMessage(
            "`b` must have one length >= 0 for each of its dimensions [k], but has [2, 1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConstantData.of("c", List.of("k"), new int[] {2}, new double[3]))
        .withMessage("`c` must have 2 values, but has 3");
  }

  @Test
  void equalityIsByContent() {
    assertThat(ParameterDraws.scalar("mu", 1, 2))
        .isEqualTo(ParameterDraws.scalar("mu", 1, 2))
        .hasSameHashCodeAs(ParameterDraws.scalar("mu", 1, 2))
        .isNotEqualTo(ParameterDraws.scalar("mu", 1, 3))
        .isNotEqualTo(ParameterDraws.of("mu", List.of("k"), new int[] {1}, 2, new double[] {1, 2}));
    assertThat(ConstantData.scalar("n", 1)).isEqualTo(ConstantData.scalar("n", 1));
  }

  @Test
  void drawsThatServeOnceEachAreReadWhereTheyLie() {
    assertThat(BETA.columns(6)).isSameAs(BETA.values());
  }

  @Test
  void columnsAreChosenAsThinningHasItAndSharedByAllWhoAsk() {
    ParameterDraws matrix =
        ParameterDraws.of(
            "m", List.of("k"), new int[] {2}, 4, new double[] {1, 2, 3, 4, 5, 6, 7, 8});
    double[] two = matrix.columns(2);
    double[] three = matrix.columns(3);
    assertThat(two).containsExactly(1, 3, 5, 7);
    assertThat(three).containsExactly(1, 2, 3, 5, 6, 7);
    assertThat(matrix.columns(2)).isSameAs(two);
    assertThat(matrix.columns(3)).isSameAs(three);
  }

  @Test
  void aCopyIsNeverLargerThanTheParameter() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BETA.columns(7))
        .withMessage("`beta` has 6 draws, which are not columns of 7");
  }
}
