package io.credence.expression;

import static io.credence.expression.TestScope.dimension;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an index means on a dimension with labels: v's element e has the draws 10 e, 10 e, 10 e. */
class LabelsAndPositionsTest {

  private static TestScope with(String... labels) {
    return vector(labels.length, labels);
  }

  private static TestScope vector(int size, String... labels) {
    double[] values = new double[3 * size];
    Arrays.setAll(values, i -> 10 * (i / 3));
    return new TestScope().parameter("v", List.of(dimension("d", size, labels)), values);
  }

  private static double first(Evaluation evaluation) throws Exception {
    return evaluation.column()[0];
  }

  @ParameterizedTest
  @CsvSource({
    "true;false, 0, 10",
    "false;true, 10, 0",
    "False;True, 10, 0",
    "1;0, 0, 10",
    "0.0;1.0, 10, 0",
    "unknown;true;false, 10, 20",
  })
  void aTruthValueFindsItsLabel(String labels, double whenTrue, double whenFalse) throws Exception {
    TestScope scope = with(labels.split(";")).truth("member").let("same", "member");
    assertThat(first(Evaluation.of(scope, "v[member]").number(0, 1))).isEqualTo(whenTrue);
    assertThat(first(Evaluation.of(scope, "v[same]").number(0, 0))).isEqualTo(whenFalse);
  }

  @Test
  void aTruthValueIsAPositionWhereThereAreNoLabels() throws Exception {
    TestScope scope = vector(2).truth("member");
    assertThat(first(Evaluation.of(scope, "v[member]").number(0, 1))).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({"yes;no", "true;TRUE", "true;1;false"})
  void aTruthValueNeedsALabelForEach(String labels) {
    assertRefused(
        with(labels.split(";")).truth("member"),
        "v[member]",
        "Feature 'member' is a bool, so dimension 'd' of v needs the labels false and true, or 0"
            + " and 1, once each, but has "
            + labels.replace(";", ", ")
            + ". Rename the labels, or make the feature a string with levels: d");
  }

  @Test
  void aNumberIsAPositionWhereLabelsArePositions() throws Exception {
    for (TestScope scope : List.of(vector(3), with("0", "1", "2"), with("0.0", "1.0", "2.0"))) {
      assertThat(first(Evaluation.of(scope.number("i"), "v[i]").number(0, 1))).isEqualTo(10);
      assertThat(first(Evaluation.of(scope, "v[2]"))).isEqualTo(20);
    }
  }

  @ParameterizedTest
  @CsvSource({"1;2;3;4", "0;2;1", "Q1;Q2", "10;20", "0;1;3", "true;false"})
  void elsewhereAFeatureNeedsLevels(String labels) {
    assertRefused(
        with(labels.split(";")).number("i"),
        "v[i]",
        "Dimension 'd' of v has the labels "
            + labels.replace(";", ", ")
            + ": a number as its index could mean a label, or a position from 0 (in Stan, from 1)."
            + " Give feature 'i' levels: d, or save the posterior without the labels,"
            + " .drop_vars(\"d\"), for positions from 0");
  }

  @ParameterizedTest
  @CsvSource({"v[i - 1]", "v[floor(i / 3)]", "v[1]", "v[3 - 2]", "v[step]"})
  void anyOtherNumberIsRefusedToo(String source) throws Exception {
    assertThatThrownBy(
            () -> Evaluation.of(with("1", "2", "3", "4").number("i").let("step", "i + 1"), source))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining("could mean a label, or a position from 0")
        .hasMessageContaining("Index it by a feature with levels: d");
  }

  @Test
  void aNumberInAnExpressionCanMeanNoLabelThatIsText() throws Exception {
    assertThat(first(Evaluation.of(with("north", "south"), "v[1]"))).isEqualTo(10);
  }

  @Test
  void aRangeThatGoesBeyondTheLastPositionIsRefused() throws Exception {
    assertRefused(
        vector(3).number("shop", 3),
        "v[shop]",
        "Feature 'shop' may be up to 3, but the positions on dimension 'd' of v are 0 to 2. Write"
            + " v[shop - 1] for numbers from 1, as Stan counts, or make max smaller");
    assertThat(first(Evaluation.of(vector(3).number("shop", 3), "v[shop - 1]").number(0, 1)))
        .isEqualTo(0);
    assertThat(first(Evaluation.of(vector(3).number("shop", 2), "v[shop]").number(0, 1)))
        .isEqualTo(10);
  }

  @Test
  void levelsFindTheirLabelsInAnyOrderAndSpelling() throws Exception {
    TestScope scope = with("3.0", "1.0", "2.0").levels("g", "1", "2", "3");
    assertThat(first(Evaluation.of(scope, "v[g]").level(0, 0))).isEqualTo(10);
    TestScope counted = with("0", "1", "2").levels("g", "2", "1", "0");
    assertThat(first(Evaluation.of(counted, "v[g]").level(0, 0))).isEqualTo(20);
    TestScope large = with("1.0E7", "20000000").levels("g", "20000000", "10000000");
    assertThat(first(Evaluation.of(large, "v[g]").level(0, 1))).isEqualTo(0);
  }

  @Test
  void otherLevelsFollowTheOrderWhereAToolMadeTheLabelsUp() throws Exception {
    TestScope scope = with("0", "1").texts("g", "a", "b");
    assertThat(first(Evaluation.of(scope, "v[g]").level(0, 1))).isEqualTo(10);
  }

  @Test
  void otherLevelsThanLabelsAreRefused() {
    assertRefused(
        with("north", "south").texts("g", "a", "b"),
        "v[g]",
        "Feature 'g' has levels that are no labels of dimension 'd' of v: a, b. Its labels are"
            + " north, south");
    assertRefused(
        with("a ", "b").texts("g", "a", "b"),
        "v[g]",
        "Feature 'g' has levels that are no labels of dimension 'd' of v: a. Its labels are a , b."
            + " The label that looks like 'a' has other characters: spaces at its ends, or accents"
            + " that are encoded in another way");
    assertRefused(
        with("Su\u0308d", "b").texts("g", "S\u00FCd", "b"),
        "v[g]",
        "Feature 'g' has levels that are no labels of dimension 'd' of v: S\u00FCd. Its labels are"
            + " Su\u0308d, b. The label that looks like 'S\u00FCd' has other characters: spaces at"
            + " its ends, or accents that are encoded in another way");
  }

  @ParameterizedTest
  @CsvSource({"1;2, 1", "1;2;3, 1", "2;1, 2"})
  void levelsFromOneAreReadInTwoWaysWhereLabelsArePositions(String levels, String seen) {
    assertRefused(
        with("0", "1", "2").levels("shop", levels.split(";")),
        "v[shop]",
        "Feature 'shop' has the levels "
            + levels.replace(";", ", ")
            + ", but dimension 'd' of v has just the labels 0 to 2: level "
            + seen
            + " could mean the label, or, counted from 1 as in Stan, the element before it. Write"
            + " v[shop - 1] for numbers from 1, or list all of the levels 0 to 2");
  }

  @Test
  void numbersFromOneAreTakenWhenTheExpressionSaysSo() throws Exception {
    TestScope scope = with("0", "1", "2").levels("shop", "1", "2", "3");
    assertThat(first(Evaluation.of(scope, "v[shop - 1]").number(0, 1))).isEqualTo(0);
  }

  @Test
  void levelsThatArePositionsInAnotherOrderAreRefusedWithoutLabels() {
    assertRefused(
        vector(3).levels("g", "2", "1", "0"),
        "v[g]",
        "Feature 'g' lists its levels as 2, 1, 0, but dimension 'd' of v has no labels: level 2"
            + " could mean position 2, or the first. List them from 0, or give the dimension"
            + " labels");
  }

  @Test
  void aLabelThatIsThereTwiceIsRefused() {
    assertRefused(
        with("a", "b", "a").texts("g", "a", "b"),
        "v[g]",
        "Dimension 'd' of v has the label 'a' twice, so level 'a' of feature 'g' could be either."
            + " Make the labels of the posterior unique");
  }

  @Test
  void longListsAreAbridged() {
    String[] labels = new String[1000];
    Arrays.setAll(labels, i -> "x".repeat(50) + i);
    assertThatThrownBy(() -> Evaluation.of(with(labels).number("i"), "v[i]"))
        .hasMessageContaining("x".repeat(40) + "…, ")
        .hasMessageContaining(" and 995 more: a number");
  }

  /** Treatment coding leaves out a parameter, not what is computed of some. */
  @Test
  void onlyAParameterIsZeroAtTheReference() throws Exception {
    TestScope scope =
        with("white", "hispanic")
            .coded("eth", "black", "black", "hispanic", "white")
            .let("same", "v")
            .let("risen", "v + 1");
    assertThat(first(Evaluation.of(scope, "v[eth]").level(0, 0))).isEqualTo(0);
    assertThat(first(Evaluation.of(scope, "same[eth]").level(0, 0))).isEqualTo(0);
    assertThat(first(Evaluation.of(scope, "same[eth]").level(0, 1))).isEqualTo(10);
    assertRefused(
        scope,
        "risen[eth]",
        "risen is computed, so it need not be 0 for the reference level: index the parameters that"
            + " it is made of");
  }

  /** No reference is no level, whatever a level is called. */
  @Test
  void aLevelNamedNullIsALevel() throws Exception {
    TestScope labelled = with("a", "null").texts("g", "null", "a");
    assertThat(first(Evaluation.of(labelled, "v[g]").level(0, 0))).isEqualTo(10);
    assertThatThrownBy(() -> Evaluation.of(with("a").texts("g", "null", "a"), "v[g]"))
        .hasMessageStartingWith(
            "Feature 'g' has levels that are no labels of dimension 'd' of v: null. Its labels are a");
    assertRefused(
        vector(1).texts("g", "null", "a"),
        "v[g]",
        "Feature 'g' has 2 levels, but dimension 'd' of v has 1 positions");
  }

  /** What texts look like numbers could be meant by order or as positions, seen or unseen. */
  @Test
  void textsThatAreNumbersAreGuardedLikeNumbers() {
    for (TestScope scope :
        List.of(vector(2).texts("g", "1", "0"), vector(2).texts("g", "1", "0").policy("g", "v"))) {
      assertRefused(
          scope,
          "v[g]",
          "Feature 'g' lists its levels as 1, 0, but dimension 'd' of v has no labels: level 1 could"
              + " mean position 1, or the first. List them from 0, or give the dimension labels");
    }
    for (TestScope scope :
        List.of(
            with("0", "1", "2").texts("g", "1", "2"),
            with("0", "1", "2").texts("g", "1", "2").policy("g", "v"))) {
      assertThatThrownBy(() -> Evaluation.of(scope, "v[g]"))
          .isInstanceOf(ExpressionException.class)
          .hasMessageContaining("'g'");
    }
  }

  @Test
  void theListOfADotMustHaveTheOrderOfTheLabels() throws Exception {
    TestScope scope = with("a", "b").number("b").number("a").let("c", "1");
    assertThat(first(Evaluation.of(scope, "dot(v, [a, b])").number(0, 2).number(1, 1)))
        .isEqualTo(20);
    assertThat(first(Evaluation.of(scope, "dot(v, [c, b])").number(0, 2))).isEqualTo(20);
    assertRefused(
        scope,
        "dot(v, [b, a])",
        "Elements meet in order, but 'a' stands at another position on the other side: a, b and"
            + " b, a");
    assertRefused(
        scope,
        "dot(v, [b, c])",
        "Elements meet in order, but 'b' stands at another position on the other side: a, b and"
            + " b, c");
  }

  /** Two dimensions of the file: labels that both have must agree; others meet in order. */
  @ParameterizedTest
  @ValueSource(
      strings = {"v * w", "dot(v, w)", "matmul(v, w)", "v == w", "interp(x, grid, w)", "v + v * w"})
  void dimensionsThatMeetMustHaveTheOrderOfTheirLabels(String source) throws Exception {
    for (TestScope scope : List.of(two("a;b", "b;a"), two("a;b", "b;c"), two("1;2", "2;1"))) {
      assertThatThrownBy(() -> Evaluation.of(scope, "sum(" + source + ")"))
          .hasMessageContaining("stands at another position on the other side");
    }
    for (String labels : List.of("a;b", "c;d", "c;b", "0;1", "")) {
      Evaluation.of(two("a;b", labels), "sum(" + source + ")");
    }
  }

  /** Numbers that a tool made up are no labels, but known labels stay known beside them. */
  @Test
  void labelsAreComparedThroughWhatHasNone() {
    TestScope scope =
        two("0;1", "a;b").parameter("u", List.of(dimension("e", 2, "b", "a")), new double[6]);
    assertRefused(
        scope,
        "sum(v * w * u)",
        "Elements meet in order, but 'a' stands at another position on the other side: a, b and"
            + " b, a");
  }

  private static TestScope two(String labels, String others) {
    Symbol.Dimension first = dimension("d", 2, labels.split(";"));
    Symbol.Dimension second =
        dimension("e", 2, others.isEmpty() ? new String[0] : others.split(";"));
    return new TestScope()
        .number("x")
        .parameter("v", List.of(first), new double[6])
        .parameter("w", List.of(second), new double[6])
        .constant("grid", List.of(first), 0, 1);
  }

  private static void assertRefused(TestScope scope, String source, String message) {
    assertThatThrownBy(() -> Evaluation.of(scope, source))
        .isInstanceOf(ExpressionException.class)
        .hasMessage(message);
  }
}
