package io.credence.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.evaluation.LabelReader.InvalidLabelException;
import io.credence.model.Output;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelReaderTest {

  private static final LabelReader NUMBERED =
      LabelReader.of(Output.classes("grade", List.of("3", "1", "2.5")));

  /** pandas stores a column of whole numbers with a missing one as doubles. */
  @Test
  void aNumberStandsForTheClassOfItsLabel() throws Exception {
    assertThat(NUMBERED.read(1L)).isEqualTo(1);
    assertThat(NUMBERED.read(1.0)).isEqualTo(1);
    assertThat(NUMBERED.read(3f)).isZero();
    assertThat(NUMBERED.read(2.5)).isEqualTo(2);
    assertThatThrownBy(() -> NUMBERED.read(2.0)).isInstanceOf(InvalidLabelException.class);
  }

  @Test
  void whatIsNotANumberIsNoLabel() throws Exception {
    assertThat(NUMBERED.read(null)).isNaN();
    assertThat(NUMBERED.read(Double.NaN)).isNaN();
    assertThat(NUMBERED.read(Float.NaN)).isNaN();
  }
}
