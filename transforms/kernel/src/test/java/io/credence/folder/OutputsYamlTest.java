package io.credence.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.model.Model;
import io.credence.model.Output;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How model.yaml says what is predicted: target and predict, or outputs. */
class OutputsYamlTest {

  private static final String PREDICT = "predict: normal(mu = slope * x, sigma = sigma)";

  private final Path folder;

  OutputsYamlTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private FolderFixture saying(String outputs) throws Exception {
    return FolderFixture.in(folder)
        .replace("model.yaml", "verify: verify.jsonl", "")
        .replace("model.yaml", "target: y\n", "")
        .replace("model.yaml", PREDICT, outputs);
  }

  @Test
  void severalOutputsHaveAnExpressionEach() throws Exception {
    Model model =
        saying(
                """
                draw:
                  y: normal(mu = slope * x, sigma = sigma)
                outputs:
                  sales: exp(y)
                  over: y > 3
                """)
            .load();
    assertThat(model.outputs()).containsExactly(Output.real("sales"), Output.integer("over"));
  }

  @Test
  void betweenBracesCommasOfCallsAreNoEnds() throws Exception {
    Model model = saying("outputs: {a: normal(slope, sigma), over: a > 1}").load();
    assertThat(model.outputs()).containsExactly(Output.real("a"), Output.integer("over"));
  }

  private List<String> problems(String outputs) throws Exception {
    return saying(outputs).problems();
  }

  @Test
  void whatCannotBeIsRefused() throws Exception {
    assertThat(problems("outputs:\n  a: slope\ntarget: y"))
        .singleElement()
        .asString()
        .endsWith("target must not stand beside outputs, which has all of them; remove one");
  }

  @Test
  void namesWhoseColumnsWouldClashAreRefused() throws Exception {
    assertThat(problems("outputs:\n  a: slope\n  a_pred: slope"))
        .singleElement()
        .asString()
        .endsWith(
            "outputs: Outputs a and a_pred would have columns of one name, a_pred; rename one");
  }

  @Test
  void aNameThatIsNoNameIsRefused() throws Exception {
    assertThat(problems("outputs:\n  a-b: slope"))
        .singleElement()
        .asString()
        .endsWith(
            "outputs must have names of letters, digits and _ that begin with no digit, but has 'a-b'");
  }

  @Test
  void noOutputIsRefused() throws Exception {
    assertThat(problems("outputs: {}"))
        .singleElement()
        .asString()
        .endsWith("outputs must be 1 to 1000 names, each with an expression");
  }

  @Test
  void faultsOfAnOutputHaveTheirLine() throws Exception {
    assertThat(problems("outputs:\n  a: slope\n  b: slop"))
        .singleElement()
        .asString()
        .contains("outputs.b: There is no feature, parameter, constant or let step 'slop'");
  }

  @Test
  void aRandomStepMayNotHaveTheNameOfSomethingElse() throws Exception {
    assertThat(problems("draw:\n  x: normal(0, 1)\n  slope: normal(0, 1)\noutputs:\n  a: x"))
        .contains(
            "model.yaml:12: draw.x: There is a feature of the same name",
            "model.yaml:13: draw.slope: There is a let step of the same name");
  }
}
