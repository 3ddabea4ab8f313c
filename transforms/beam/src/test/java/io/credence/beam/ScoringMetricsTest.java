package io.credence.beam;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.deadletter.DeadLetterCode;
import io.credence.summary.SummarySpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.metrics.DistributionResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricQueryResults;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What those who watch a job see. */
class ScoringMetricsTest {

  private static final int SAMPLES = 20;

  @RegisterExtension final TestPipelineExtension junit = TestPipelineExtension.create();

  private final Path folder;

  ScoringMetricsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** The sample model under another digest, of which no other test loads anything. */
  private ModelRef ownModel(String version) throws Exception {
    Path model = Slopes.copyTo(folder.resolve("model"));
    Path yaml = model.resolve("model.yaml");
    String text = Files.readString(yaml);
    assertThat(text).containsOnlyOnce("version: 1.0.0");
    Files.writeString(yaml, text.replace("version: 1.0.0", "version: " + version));
    return ModelRef.at(model.toString());
  }

  private static PCollection<GenericRecord> rows(Pipeline pipeline, int copiesOfGood) {
    List<GenericRecord> all = new ArrayList<>(Slopes.BAD);
    Collections.nCopies(copiesOfGood, Slopes.GOOD).forEach(all::addAll);
    return pipeline.apply(Create.of(all).withCoder(Slopes.CODER));
  }

  private static MetricQueryResults run(Pipeline pipeline) {
    return pipeline
        .run()
        .metrics()
        .queryMetrics(
            MetricsFilter.builder()
                .addNameFilter(MetricNameFilter.inNamespace(ScoringMetrics.NAMESPACE))
                .build());
  }

  private static <T> Map<String, T> byName(Iterable<MetricResult<T>> metrics, String step) {
    Map<String, T> values = new TreeMap<>();
    for (MetricResult<T> metric : metrics) {
      if (metric.getKey().stepName().startsWith(step)) {
        values.put(metric.getName().getName(), metric.getCommitted());
      }
    }
    return values;
  }

  @Test
  void ofScoring(TestPipeline pipeline) throws Exception {
    ModelRef model = ownModel("2.0.0");
    rows(pipeline, 1).apply("S", Score.avro(model).withNumSamples(SAMPLES));
    MetricQueryResults metrics = run(pipeline);

    Map<String, Long> counters = byName(metrics.getCounters(), "S");
    long ns = counters.getOrDefault("scoring_ns", 0L);
    assertThat(ns).isPositive();
    assertThat(counters)
        .isEqualTo(
            Map.of(
                "records_read", 13L,
                "records_scored", 10L,
                "dead_letters_MISSING_FEATURE", 1L,
                "dead_letters_OUT_OF_RANGE", 1L,
                "dead_letters_NOT_FINITE", 1L,
                "samples_drawn", 10L * SAMPLES,
                "model_loads", 1L,
                "scoring_ns", ns));

    Map<String, DistributionResult> distributions = byName(metrics.getDistributions(), "S");
    assertThat(distributions).containsOnlyKeys("scoring_ns_per_record");
    assertThat(distributions.values())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.getSum()).isEqualTo(ns);
              assertThat(each.getCount()).isEqualTo(13);
              assertThat(each.getMin()).isNotNegative().isLessThanOrEqualTo(ns / 13);
              assertThat(each.getMax()).isBetween(ns / 13, ns);
            });

    assertThat(metrics.getGauges())
        .isNotEmpty()
        .allSatisfy(
            gauge -> {
              assertThat(gauge.getName().getName())
                  .isEqualTo(
                      "model_info_category-slopes_2.0.0_" + model.digest().hex().substring(0, 12));
              assertThat(gauge.getCommitted().getValue()).isEqualTo(1);
            });
  }

  @Test
  void ofSamplingAndSummarizing(TestPipeline pipeline) throws Exception {
    ModelRef model = ownModel("2.1.0");
    PCollection<GenericRecord> rows = rows(pipeline, 1);
    rows.apply("Draw", SamplePredictive.avro(model).withNumSamples(SAMPLES))
        .results()
        .apply("Reduce", SummarizeSamples.avro(model, SummarySpec.defaults()));
    MetricQueryResults metrics = run(pipeline);
    assertThat(byName(metrics.getCounters(), "Draw"))
        .containsEntry("records_read", 13L)
        .containsEntry("records_scored", 10L)
        .containsEntry("samples_drawn", 10L * SAMPLES);
    assertThat(byName(metrics.getCounters(), "Reduce"))
        .containsEntry("records_read", 10L)
        .containsEntry("records_scored", 10L)
        .doesNotContainKey("samples_drawn");
  }

  @Test
  void ofMoreRecordsThanAreHandedOverAtOnce(TestPipeline pipeline) throws Exception {
    rows(pipeline, 500).apply("S", Score.avro(ownModel("2.2.0")).withNumSamples(1));
    MetricQueryResults metrics = run(pipeline);
    assertThat(byName(metrics.getCounters(), "S"))
        .containsEntry("records_read", 5_003L)
        .containsEntry("records_scored", 5_000L)
        .containsEntry("dead_letters_NOT_FINITE", 1L);
    assertThat(byName(metrics.getDistributions(), "S").values())
        .extracting(DistributionResult::getCount)
        .containsExactly(5_003L);
  }

  @Test
  void aLoadIsReportedOnce() throws Exception {
    ModelRef ref = ownModel("2.3.0");
    ModelCache cache = new ModelCache();
    cache.get(ref);
    cache.get(ref);
    assertThat(cache.takeLoads(ref.digest())).isEqualTo(1);
    assertThat(cache.takeLoads(ref.digest())).isZero();
    assertThat(cache.takeLoads(Slopes.model().digest())).isZero();
  }

  @Test
  void aVersionThatIsNoNameOfAMetric() throws Exception {
    ModelRef model = ownModel("2.4.0+x");
    assertThat(ScoringMetrics.infoName(model))
        .isEqualTo("model_info_category-slopes_2.4.0_x_" + model.digest().hex().substring(0, 12));
  }

  @Test
  void aCopyBeginsAtZero() {
    FakeMetrics handedOver = new FakeMetrics();
    ScoringMetrics metrics = new ScoringMetrics(Slopes.model(), SAMPLES);
    metrics.begin();
    metrics.deadLetter(DeadLetterCode.NOT_FINITE, false);
    ScoringMetrics copy = SerializableUtils.clone(metrics);
    copy.begin();
    copy.scored(false);
    handedOver.collect(copy::flush);
    assertThat(handedOver.counter("records_read")).isEqualTo(1);
    assertThat(handedOver.counter("records_scored")).isEqualTo(1);
    assertThat(handedOver.counter("dead_letters_NOT_FINITE")).isZero();
  }

  @Test
  void beamIsToldEvery1024Records() {
    FakeMetrics handedOver = new FakeMetrics();
    ScoringMetrics metrics = new ScoringMetrics(Slopes.model(), SAMPLES);
    handedOver.collect(
        () -> {
          score(metrics, 1_023);
          assertThat(handedOver.counter("records_read")).isZero();
          score(metrics, 1);
          assertThat(handedOver.counter("records_read")).isEqualTo(1_024);
          score(metrics, 1);
          assertThat(handedOver.counter("records_read")).isEqualTo(1_024);
          metrics.flush();
          metrics.flush();
          assertThat(handedOver.counter("records_read")).isEqualTo(1_025);
        });
  }

  private static void score(ScoringMetrics metrics, int records) {
    for (int i = 0; i < records; i++) {
      metrics.begin();
      metrics.scored(false);
    }
  }
}
