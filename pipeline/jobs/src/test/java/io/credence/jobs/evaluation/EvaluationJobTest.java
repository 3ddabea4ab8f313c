package io.credence.jobs.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.credence.beam.Evaluating;
import io.credence.beam.ModelRef;
import io.credence.evaluation.Evaluation;
import io.credence.evaluation.EvaluationSpec;
import io.credence.jobs.evaluation.EvaluationDocument.LookEntry;
import io.credence.jobs.labels.LabelFiles;
import io.credence.jobs.scoring.NumberedSplit;
import io.credence.jobs.scoring.SplitGroup;
import io.credence.jobs.source.files.FilesSource;
import io.credence.parquet.Files;
import io.credence.parquet.ParquetInput;
import io.credence.parquet.ParquetSplit;
import io.credence.predict.PredictSpec;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An evaluation with labels in other files: the same bytes wherever and however it is done. */
class EvaluationJobTest {

  private static final int RECORDS = 320;

  private static final MessageType FEATURES =
      MessageTypeParser.parseMessageType(
          "message features { required int64 id; required double x; required int64 category; }");
  private static final MessageType LABELS =
      MessageTypeParser.parseMessageType(
          "message labels { required double y; required int32 id; }");

  private final List<Group> records = new ArrayList<>();
  private final List<Group> labels = new ArrayList<>();

  private final Path folder;
  private int files;

  EvaluationJobTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Of 320 records, the last 20 have no label, one has two; 7 labels have no record. */
  @BeforeEach
  void write() {
    Random random = new Random(1);
    for (int id = 0; id < RECORDS; id++) {
      records.add(
          new SimpleGroup(FEATURES)
              .append("id", (long) id)
              .append("x", random.nextDouble())
              .append("category", (long) (id % 3)));
    }
    for (int id = 0; id < RECORDS - 20; id++) {
      labels.add(label(id, random.nextGaussian()));
    }
    labels.add(label(17, 0));
    for (int id = RECORDS; id < RECORDS + 7; id++) {
      labels.add(label(id, 0));
    }
  }

  private static Group label(int id, double y) {
    return new SimpleGroup(LABELS).append("y", y).append("id", id);
  }

  private FilesSource source(MessageType schema, List<Group> rows, int splits) throws Exception {
    Path file = folder.resolve("rows-" + files++ + ".parquet");
    ParquetInput input = Files.open(Files.write(file, schema, rows, 10));
    return FilesSource.of(List.of(input), (rows.size() + splits - 1) / splits);
  }

  private EvaluationFiles run(PipelineOptions options, int splits) throws Exception {
    EvaluationFiles output = new EvaluationFiles(folder.resolve("out-" + files).toString());
    EvaluationSpec spec =
        EvaluationSpec.DEFAULT
            .withPredict(PredictSpec.DEFAULT.withNumSamples(50).withKeyField("id"))
            .withBy(List.of("category"));
    Pipeline pipeline = Pipeline.create(options);
    new EvaluationJob(
            source(FEATURES, records, splits),
            new LabelFiles(source(LABELS, labels, splits), "id", List.of("y")),
            Evaluating.of(ModelRef.at("../../samples/category-slopes"), spec),
            Evaluation.empty(),
            output)
        .addTo(pipeline);
    pipeline.run().waitUntilFinish();
    return output;
  }

  private static PipelineOptions direct() {
    PipelineOptions options = PipelineOptionsFactory.create();
    options.setRunner(DirectRunner.class);
    return options;
  }

  private static PipelineOptions flink() {
    FlinkPipelineOptions options = PipelineOptionsFactory.as(FlinkPipelineOptions.class);
    options.setRunner(FlinkRunner.class);
    options.setFlinkMaster("[local]");
    options.setParallelism(2);
    options.setUseDataStreamForBatch(true);
    return options;
  }

  private static byte[] bytes(EvaluationFiles output, String file) throws Exception {
    return java.nio.file.Files.readAllBytes(Path.of(output.folder(), file));
  }

  private static void assertMeetsSchema(byte[] document) throws Exception {
    try (InputStream schema =
        EvaluationJobTest.class.getResourceAsStream(
            "/io/credence/schemas/evaluation.schema.json")) {
      assertThat(
              JsonSchemaFactory.getInstance(VersionFlag.V202012)
                  .getSchema(Objects.requireNonNull(schema))
                  .validate(new String(document, UTF_8), InputFormat.JSON))
          .isEmpty();
    }
  }

  private static void assertSame(EvaluationFiles output, EvaluationFiles expected)
      throws Exception {
    for (String file : EvaluationFiles.NAMES) {
      assertThat(bytes(output, file)).as(file).isEqualTo(bytes(expected, file));
    }
  }

  @Test
  void splitsOrderAndRunnerHaveNoInfluenceOnABit() throws Exception {
    EvaluationFiles one = run(direct(), 1);
    assertMeetsSchema(bytes(one, EvaluationFiles.DOCUMENT));
    EvaluationDocument document = one.document().orElseThrow();
    assertThat(document.records())
        .containsEntry("read", 320)
        .containsEntry("evaluated", 299)
        .containsEntry("unlabelled", 20)
        .containsEntry("labelled_twice", 1)
        .containsEntry("not_predicted", 7);
    assertThat(document.passed()).isFalse();
    assertThat(document.request().labelKey()).isEqualTo("id");
    // A record is named by where it is, which is another place in a shuffled file.
    labels.remove(300);
    EvaluationFiles reference = run(direct(), 1);
    Collections.shuffle(labels, new Random(3));
    assertSame(run(flink(), 16), reference);
    assertThat(looks(reference)).hasSize(150).first().matches(look -> look.labels() == 2);
    // Looks alone go by where records are.
    Collections.shuffle(records, new Random(2));
    EvaluationFiles shuffled = run(direct(), 16);
    assertThat(bytes(shuffled, EvaluationFiles.SEGMENTS))
        .isEqualTo(bytes(reference, EvaluationFiles.SEGMENTS));
    assertThat(bytes(shuffled, EvaluationFiles.PIT))
        .isEqualTo(bytes(reference, EvaluationFiles.PIT));
    LookEntry last = looks(reference).get(149);
    assertThat(looks(shuffled).get(looks(shuffled).size() - 1))
        .matches(look -> look.labels() == last.labels())
        .matches(look -> Objects.equals(look.coverage(), last.coverage()))
        .matches(look -> Objects.equals(look.coverageLogEvidence(), last.coverageLogEvidence()));
  }

  private static List<LookEntry> looks(EvaluationFiles output) throws Exception {
    return output.document().orElseThrow().outputs().get(0).decision().looks();
  }

  /** Where rows stand does not depend on how files are split. */
  @Test
  void aStretchIsAPowerOfTwoOfRowsAcrossFilesAndSplits() throws Exception {
    for (int splits : new int[] {1, 7}) {
      RowOrder order = RowOrder.of(source(FEATURES, records, splits));
      List<Integer> stretches = new ArrayList<>();
      for (SplitGroup<NumberedSplit> group : source(FEATURES, records, splits).groups()) {
        for (NumberedSplit each : group.splits()) {
          for (long row = 0; row < each.split().rows(); row++) {
            stretches.add(order.stretch(each, each.split().firstRow() + row));
          }
        }
      }
      assertThat(stretches).hasSize(RECORDS);
      for (int row = 0; row < RECORDS; row++) {
        assertThat(stretches.get(row)).isEqualTo(row / 2);
      }
    }
    assertThat(RowOrder.of(source(FEATURES, records.subList(0, 256), 1)))
        .matches(order -> order.stretch(first(256), 255) == 255);
  }

  private NumberedSplit first(int rows) {
    return new NumberedSplit(0, 1, new ParquetSplit("x", 0, 0, rows));
  }
}
