package io.credence.beam;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.score.Scored;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.Reify;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.transforms.windowing.IntervalWindow;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TimestampedValue;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A stream is scored as it comes: timestamps and windows stay. */
class StreamingTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration MINUTE = Duration.standardMinutes(1);

  @RegisterExtension final TestPipelineExtension junit = TestPipelineExtension.create();

  private final ModelRef model = Slopes.model();

  private static Instant at(int second) {
    return START.plus(Duration.standardSeconds(second));
  }

  private static TimestampedValue<GenericRecord> row(int second, double x) {
    return TimestampedValue.of(Slopes.row(second, x, 1), at(second));
  }

  private static IntervalWindow minute(int number) {
    return new IntervalWindow(at(60 * number), MINUTE);
  }

  @Test
  void timestampsAndWindowsStay(TestPipeline pipeline) {
    TestStream<GenericRecord> arrivals =
        TestStream.create(Slopes.CODER)
            .advanceWatermarkTo(at(0))
            // The first minute: one to be scored, and one that can't be.
            .addElements(row(5, 1.0), row(20, -1.0))
            // One of the second minute overtakes another of the first.
            .addElements(row(70, 1.0))
            .addElements(row(50, 2.0))
            .advanceWatermarkTo(at(60))
            // Late, but the window is still open to it.
            .addElements(row(59, 3.0))
            .advanceWatermarkTo(at(120))
            .addElements(row(130, -2.0))
            .advanceWatermarkToInfinity();
    Outcome<GenericRecord, Scored> outcome =
        pipeline
            .apply(arrivals)
            .apply(
                Window.<GenericRecord>into(FixedWindows.of(MINUTE))
                    .withAllowedLateness(MINUTE)
                    .discardingFiredPanes())
            .apply(Score.avro(model).withNumSamples(10));

    PCollection<Long> scored =
        outcome
            .results()
            .apply(Reify.timestamps())
            .apply(
                "Ids of those that kept their time",
                MapElements.into(TypeDescriptors.longs())
                    .via(
                        result -> {
                          long id = Slopes.id(result.getValue().getKey());
                          return result.getTimestamp().equals(at((int) id)) ? id : -1;
                        }));
    PAssert.that(scored).inWindow(minute(0)).containsInAnyOrder(5L, 50L, 59L);
    PAssert.that(scored).inWindow(minute(1)).containsInAnyOrder(70L);
    PAssert.that(scored).inWindow(minute(2)).empty();

    PCollection<String> letters =
        outcome
            .deadLetters()
            .apply(
                "Codes",
                MapElements.into(TypeDescriptors.strings()).via(letter -> letter.code().name()));
    PAssert.that(letters).inWindow(minute(0)).containsInAnyOrder("OUT_OF_RANGE");
    PAssert.that(letters).inWindow(minute(1)).empty();
    PAssert.that(letters).inWindow(minute(2)).containsInAnyOrder("OUT_OF_RANGE");
    pipeline.run();
  }

  @Test
  void theSameFeaturesGiveTheSameScoreInEveryWindow(TestPipeline pipeline) {
    TestStream<GenericRecord> arrivals =
        TestStream.create(Slopes.CODER)
            .addElements(row(1, 4.0))
            .advanceWatermarkTo(at(600))
            .addElements(row(601, 4.0))
            .advanceWatermarkToInfinity();
    PCollection<KV<GenericRecord, Scored>> results =
        pipeline.apply(arrivals).apply(Score.avro(model).withNumSamples(10)).results();
    PAssert.that(results)
        .satisfies(
            pairs -> {
              List<Scored> scores =
                  StreamSupport.stream(pairs.spliterator(), false).map(KV::getValue).toList();
              assertThat(scores).hasSize(2);
              assertThat(scores.get(0)).isEqualTo(scores.get(1));
              return null;
            });
    pipeline.run();
  }

  @Test
  void anObserverSeesEachMessage(TestPipeline pipeline) {
    TestStream<GenericRecord> arrivals =
        TestStream.create(Slopes.CODER)
            .addElements(row(1, 4.0), row(2, -1.0))
            .advanceWatermarkTo(at(600))
            .addElements(row(601, 4.0))
            .advanceWatermarkToInfinity();
    pipeline
        .apply(arrivals)
        .apply(Score.avro(model).withAttachment(new Watchers.Monitor("stream")));
    pipeline.run().waitUntilFinish();
    assertThat(Watchers.seen("stream"))
        .map(seen -> seen.replaceAll("/.* ", " "))
        .containsExactlyInAnyOrder("1 scored", "2 OUT_OF_RANGE", "601 scored");
    Watchers.forget();
  }
}
