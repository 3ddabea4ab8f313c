package io.credence.jobs.labels;

import io.credence.beam.EvaluationCoder;
import io.credence.beam.ModelRef;
import io.credence.evaluation.Evaluation;
import io.credence.jobs.scoring.NumberedSplit;
import io.credence.jobs.scoring.SplitGroup;
import io.credence.jobs.source.files.FilesSource;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.SimpleFunction;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Finds the labels of records in other files. Rows stay where they are: what travels is the keys of
 * both sides, each to the bucket of its hash, and back to the records' splits what was found.
 *
 * <p>A key that several records have, or several labels, is no key: none of them is used, whatever
 * their order and splits, and all are reported.
 */
public final class FindLabels extends PTransform<PBegin, PCollectionTuple> {

  private static final long serialVersionUID = 1;

  /**
   * What was found of the rows of each group of splits, by its {@linkplain #number number}; one
   * element for each group. {@link RowLabels} reads it.
   */
  public static final TupleTag<KV<Integer, Iterable<byte[]>>> BY_GROUP =
      new TupleTag<>("by group") {};

  /** What is counted of labels that no record has. */
  public static final TupleTag<Evaluation> COUNTS = new TupleTag<>("counts") {};

  static final TupleTag<KV<Integer, byte[]>> KEYS = new TupleTag<>("keys") {};
  static final TupleTag<KV<Integer, byte[]>> FOUND = new TupleTag<>("found") {};

  /** So many keys are matched at once, on average: some 30 MB. */
  private static final long KEYS_PER_BUCKET = 1 << 18;

  private final transient FilesSource records;
  private final transient LabelFiles labels;
  private final ModelRef model;
  private final int buckets;

  private FindLabels(FilesSource records, LabelFiles labels, ModelRef model, int buckets) {
    this.records = records;
    this.labels = labels;
    this.model = model;
    this.buckets = buckets;
  }

  /**
   * Finds labels.
   *
   * @param model of which they are
   */
  public static FindLabels of(FilesSource records, LabelFiles labels, ModelRef model) {
    long keys = records.rows() + labels.source().rows();
    return new FindLabels(records, labels, model, 1 + (int) (keys / KEYS_PER_BUCKET));
  }

  /** What a group of splits is known by. */
  public static int number(SplitGroup<NumberedSplit> group) {
    return group.splits().get(0).index();
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    PCollection<SplitGroup<NumberedSplit>> groups = begin.apply("Records", read(records));
    PCollectionTuple ofRecords =
        groups.apply(
            "Read keys",
            ParDo.of(new RecordKeysFn(labels.key(), buckets))
                .withOutputTags(KEYS, TupleTagList.of(FOUND)));
    PCollectionTuple ofLabels =
        begin
            .apply("Labels", read(labels.source()))
            .apply(
                "Read labels",
                ParDo.of(new LabelKeysFn(model, labels, buckets))
                    .withOutputTags(KEYS, TupleTagList.of(COUNTS)));
    PCollectionTuple matched =
        PCollectionList.of(blocks(ofRecords, KEYS))
            .and(blocks(ofLabels, KEYS))
            .apply("All keys", Flatten.pCollections())
            .apply("By bucket", GroupByKey.create())
            .apply(
                "Match",
                ParDo.of(new MatchKeysFn()).withOutputTags(FOUND, TupleTagList.of(COUNTS)));
    PCollection<KV<Integer, Iterable<byte[]>>> found =
        PCollectionList.of(
                groups.apply("All groups", MapElements.via(new Nothing())).setCoder(Blocks.CODER))
            .and(blocks(ofRecords, FOUND))
            .and(blocks(matched, FOUND))
            .apply("All found", Flatten.pCollections())
            .apply("By group", GroupByKey.create())
            .apply("Spread over workers", Reshuffle.viaRandomKey());
    return PCollectionTuple.of(BY_GROUP, found)
        .and(
            COUNTS,
            PCollectionList.of(counts(ofLabels))
                .and(counts(matched))
                .apply("All counts", Flatten.pCollections()));
  }

  private static PTransform<PBegin, PCollection<SplitGroup<NumberedSplit>>> read(
      FilesSource source) {
    return PTransform.compose(source::read);
  }

  private static PCollection<KV<Integer, byte[]>> blocks(
      PCollectionTuple outputs, TupleTag<KV<Integer, byte[]>> tag) {
    return outputs.get(tag).setCoder(Blocks.CODER);
  }

  private static PCollection<Evaluation> counts(PCollectionTuple outputs) {
    return outputs.get(COUNTS).setCoder(EvaluationCoder.of());
  }

  /** Of each group, nothing is found at first. */
  private static final class Nothing
      extends SimpleFunction<SplitGroup<NumberedSplit>, KV<Integer, byte[]>> {

    private static final long serialVersionUID = 1;

    @Override
    public KV<Integer, byte[]> apply(SplitGroup<NumberedSplit> group) {
      return KV.of(number(group), new byte[0]);
    }
  }
}
