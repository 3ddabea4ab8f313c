package io.credence.beam;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.deadletter.DeadLetterCode;
import io.credence.model.Output.Kind;
import io.credence.score.Scored;
import io.credence.summary.ClassSummary;
import io.credence.summary.OutputSummary;
import io.credence.summary.Summary;
import java.util.List;
import org.apache.beam.sdk.coders.CannotProvideCoderException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.testing.CoderProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is handed from step to step arrives as it was sent. */
class CodersTest {

  private static final double[] NONE = {};
  private static final double[] EXTREMES = {
    0.0, -0.0, Double.MIN_VALUE, -Double.MAX_VALUE, Math.PI, Double.NaN, Double.NEGATIVE_INFINITY
  };

  /** Alone, and between others: a decoder must stop where its value ends. */
  private static <T> void assertKept(Coder<T> coder, T value) throws Exception {
    CoderProperties.coderSerializable(coder);
    CoderProperties.coderDecodeEncodeEqual(coder, value);
    CoderProperties.coderDecodeEncodeEqual(ListCoder.of(coder), List.of(value, value, value));
  }

  @Test
  void samples() throws Exception {
    OutputSamples reals = OutputSamples.reals(EXTREMES);
    OutputSamples integers = OutputSamples.of(Kind.INTEGER, new double[] {1, 0}, NONE);
    OutputSamples classes =
        OutputSamples.of(Kind.CLASSES, new double[] {2, 0}, new double[] {0.25, 0.25, 0.5});
    assertKept(SamplesCoder.of(), new Samples(List.of(reals), List.of("carrier=ZZ", "größe=1")));
    assertKept(SamplesCoder.of(), new Samples(List.of(OutputSamples.reals(NONE)), List.of()));
    assertKept(SamplesCoder.of(), new Samples(List.of(integers, classes), List.of()));
  }

  @Test
  void scores() throws Exception {
    double[] interval = {-1, 1};
    Summary small = Summary.of(1, 0.5, 0.25, Double.NaN, interval, NONE, NONE, NONE, NONE, NONE);
    Summary large =
        Summary.of(
            4_000_000_000L,
            -0.0,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            new double[] {1, 2, 3, 4},
            interval,
            new double[] {7, 8, 9},
            new double[] {0.125},
            new double[] {0, 0.1, 0.3},
            new double[] {0.1, 1e308});
    ClassSummary classes = ClassSummary.of(3, new double[] {0.25, 0.75});
    assertKept(ScoredCoder.of(), scored(List.of(), new double[0][], small));
    assertKept(ScoredCoder.of(), scored(List.of(), new double[0][], small).ofChallenger());
    assertKept(
        ScoredCoder.of(), scored(List.of("category=7", "b="), new double[][] {EXTREMES}, large));
    assertKept(
        ScoredCoder.of(),
        scored(List.of(), new double[][] {EXTREMES, NONE, EXTREMES}, small, classes, large));
  }

  private static Scored scored(
      List<String> unseenLevels, double[][] samples, OutputSummary... outputs) {
    return Scored.of(outputs, unseenLevels, samples);
  }

  @ParameterizedTest
  @EnumSource(DeadLetterCode.class)
  void deadLettersOfEachCode(DeadLetterCode code) throws Exception {
    RecordSource row = RecordSource.row("/a b/ü.parquet", 1L << 40);
    RecordSource message = new RecordSource(null, null, "topic", 3, 4L, 5L);
    for (RecordSource source : new RecordSource[] {row, message, null}) {
      assertKept(
          DeadLetterCoder.of(),
          new DeadLetter(code, "why", "x", source, "{\"x\":null}", null, "m", "1", "ab"));
    }
    assertKept(
        DeadLetterCoder.of(), new DeadLetter(code, "", null, null, null, null, "m", "1.0.0", "ab"));
    RawBytes raw = RawBytes.copyOf(new byte[] {0, -1, 10, 127});
    assertKept(
        DeadLetterCoder.of(), new DeadLetter(code, "", null, null, null, raw, "m", "1", "ab"));
  }

  @Test
  void beamKnowsTheCoderOfEachType() throws CannotProvideCoderException {
    CoderRegistry known = CoderRegistry.createDefault();
    assertThat(known.getCoder(DeadLetter.class)).isEqualTo(DeadLetterCoder.of());
    assertThat(known.getCoder(Samples.class)).isEqualTo(SamplesCoder.of());
    assertThat(known.getCoder(Scored.class)).isEqualTo(ScoredCoder.of());
  }
}
