package io.credence.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file of a megabyte may ask for much, and gets an answer within seconds. */
@Timeout(60)
class HostileModelsTest {

  private final FolderFixture fixture;

  HostileModelsTest(@TempDir Path folder) throws Exception {
    fixture = FolderFixture.in(folder);
    fixture.replace("model.yaml", "verify: verify.jsonl\n", "");
  }

  private void let(int count, IntFunction<String> line) throws Exception {
    String last = "  slope: beta[category]\n";
    fixture.replace("model.yaml", last, last + lines(count, line));
  }

  private void draw(int count, IntFunction<String> line) throws Exception {
    fixture.write("model.yaml", fixture.text("model.yaml") + "draw:\n" + lines(count, line));
  }

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count)
        .mapToObj(i -> "  " + line.apply(i) + "\n")
        .collect(Collectors.joining());
  }

  private static String list(int count, String element) {
    return IntStream.range(0, count)
        .mapToObj(i -> element)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  @Test
  void anArrayThatIsComputedIsLimited() throws Exception {
    String outer = "matmul(%s, [%s])".formatted(list(400, "[x]"), list(400, "1"));
    let(1, i -> "a: sum(" + outer + ")");
    assertThat(fixture.problems())
        .singleElement()
        .asString()
        .startsWith(
            "model.yaml:12: let.a: This would be a matrix (400, 400), and an array that is computed"
                + " may have at most 100000 elements");
  }

  @Test
  void allArraysTogetherAreLimited() throws Exception {
    String outer = "matmul(%s, [%s])".formatted(list(300, "[x]"), list(300, "1"));
    let(1_000, i -> i == 0 ? "a0: " + outer : "a%s: a%s + x".formatted(i, i - 1));
    assertThat(fixture.problems())
        .hasSize(1)
        .allMatch(
            each ->
                each.contains(
                    "The arrays that this model computes have more than 4000000 elements"
                        + " together"));
  }

  @Test
  void operationsAreLimited() throws Exception {
    String matrix = "matmul(%s, [%s])".formatted(list(300, "[1]"), list(300, "1"));
    let(100, i -> i == 0 ? "a0: " + matrix : "a%s: matmul(a%s, a0)".formatted(i, i - 1));
    assertThat(fixture.problems())
        .anyMatch(
            each ->
                each.contains(
                    "The arrays of this model take more than 50000000 operations on their elements"
                        + " for each sample"));
  }

  @Test
  void aLongSumOfVectorsIsNotAskedAgainAndAgainWhatVaries() throws Exception {
    fixture.replace("model.yaml", "features:\n", "features:\n  z: {type: vector, size: 10000}\n");
    let(1, i -> "a: sum(z" + " + z".repeat(300) + ")");
    assertThat(fixture.load().features()).hasSize(3);
  }

  @Test
  void stepsAreLimited() throws Exception {
    let(5_000, i -> "a" + i + ": x");
    draw(5_001, i -> "d" + i + ": normal(0, 1)");
    assertThat(fixture.problems())
        .containsExactly(
            "model.yaml:11: let must have at most 5000 expressions, but has 5001",
            "model.yaml:5019: draw must have at most 5000 expressions, but has 5001");
  }

  @Test
  void policiesAreLimited() throws Exception {
    fixture.replace(
        "model.yaml", "unseen:\n", "unseen:\n" + lines(1_000, i -> "f" + i + ": {a: 1}"));
    assertThat(fixture.problems())
        .containsExactly("model.yaml:14: unseen must have at most 1000 expressions, but has 2002");
  }

  @Test
  void manyStepsThatUseEachOtherAreSound() throws Exception {
    let(4_999, i -> i % 150 == 0 ? "a" + i + ": x" : "a%s: a%s + a%s".formatted(i, i - 1, i - 1));
    draw(5_000, i -> "d%s: normal(%s, 1)".formatted(i, i == 0 ? "x" : "d" + (i - 1)));
    assertThat(fixture.load().draw()).hasSize(5_000);
  }

  @Test
  void ofManyUnknownNamesTheFirstAreLookedFor() throws Exception {
    fixture.replace(
        "model.yaml",
        "features:\n",
        "features:\n" + lines(9_000, i -> "feature" + i + ": {type: double}"));
    let(4_999, i -> "step%s: faeture%s + 1".formatted(i, i));
    assertThat(fixture.problems())
        .hasSize(21)
        .anyMatch(each -> each.contains("'faeture7' (did you mean 'feature7'?)"));
  }

  @Test
  void modifiersAreNestedTwoDeep() throws Exception {
    fixture.replace(
        "model.yaml",
        "predict: normal(mu = slope * x, sigma = sigma)",
        "predict: " + "truncated(".repeat(30) + "gamma(2, 3)" + ", 0, 1)".repeat(30));
    assertThat(fixture.problems())
        .singleElement()
        .asString()
        .contains("truncated, censored and mixture can be nested 2 deep");
  }
}
