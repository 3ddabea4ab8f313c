package io.credence.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.model.Model;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries under unseen as users write them. */
class UnseenYamlTest {

  private static final String ENTRY = "    beta: normal(0, 2)\n";

  private FolderFixture fixture;

  @BeforeEach
  void copySample(@TempDir Path folder) throws Exception {
    fixture = FolderFixture.in(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "    beta[category]: normal(0, 2)\n",
        "    [beta[category]]: \"[0]\"\n",
        "    [beta[category]] : mv_normal([0], chol = [[2]])\n",
        "    \"[beta[category]]\": mv_normal([0], [[4]])\n",
        "    beta: 0\n",
        "    beta: normal(x, 2)\n",
      })
  void areReadAsTheyStand(String entry) throws Exception {
    fixture.replace("model.yaml", ENTRY, entry);
    assertThat(fixture.problems()).containsExactly("(no problem)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{beta: normal(0, 2)}",
        "{\"beta[category]\": \"normal(0, 2)\"}",
        "{\"[beta[category]]\": \"mv_normal([0], [[4]])\"}",
        "{\"beta[:]\": 0}",
      })
  void areReadWithinBraces(String braced) throws Exception {
    fixture.replace("model.yaml", "  category:\n" + ENTRY, "  category: " + braced + "\n");
    List<String> expected =
        braced.contains(":]")
            ? List.of(
                "model.yaml:16: unseen.category.beta[:]: What stands in for an unseen level of"
                    + " 'category' must be indexed by it, as in beta[category], at character 1 of"
                    + " '0'")
            : List.of("(no problem)");
    assertThat(fixture.problems()).isEqualTo(expected);
  }

  @Test
  void aMissingLevelMayBeAnUnseenOne() throws Exception {
    fixture.replace("model.yaml", "levels: [0, 1, 2]", "levels: [0, 1, 2], missing: unseen");
    Model model = fixture.load();
    assertThat(model.features().get(1).missingIsUnseen()).isTrue();
    assertThat(model.features().get(1).mayBeMissing()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "levels: [0, 1, 2], missing: drop|features.category.missing can only be unseen, which takes a"
            + " missing level for one that the model was not trained on, but is 'drop'",
        "levels: [0, 1, 2], missing: unseen, default: 1|features.category.missing must not stand"
            + " beside default, which replaces a missing level; remove one",
        "missing: unseen|features.category.missing is for features with levels",
      })
  void saysHowAMissingLevelCanBeUnseen(String feature, String message) throws Exception {
    fixture.replace("model.yaml", "levels: [0, 1, 2]", feature);
    assertThat(fixture.problems()).contains("model.yaml:8: " + message);
  }

  @Test
  void aMissingLevelNeedsAnEntry() throws Exception {
    fixture.replace("model.yaml", "levels: [0, 1, 2]", "levels: [0, 1, 2], missing: unseen");
    fixture.replace("model.yaml", "unseen:\n", "");
    fixture.replace("model.yaml", "  category:\n" + ENTRY, "");
    assertThat(fixture.problems())
        .containsExactly(
            "model.yaml:8: features.category: missing: unseen needs an entry for category under"
                + " unseen, which says what stands in for it");
  }
}
