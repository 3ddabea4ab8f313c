package io.credence.jobs.late;

import io.credence.beam.Evaluating;
import io.credence.beam.EvaluationCoder;
import io.credence.evaluation.Evaluation;
import io.credence.kafka.Message;
import java.io.Serializable;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PDone;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Compares the predictions of one topic with the labels of another one, which come before or after
 * them, and writes figures of windows and since the start.
 *
 * <p>A key's prediction and labels are kept until both have waited long enough. Samples are not:
 * model, seed and record give the same ones again.
 *
 * @param predictions scores, or records that can be scored
 * @param labels what came up
 * @param evaluating by which model, and how
 * @param terms how the two find each other
 * @param sink where figures go
 */
public record LateEvaluation(
    LateTopic predictions,
    LateTopic labels,
    Evaluating evaluating,
    LateTerms terms,
    FiguresSink sink)
    implements Serializable {

  static final TupleTag<KV<String, Arrival>> ARRIVALS = new TupleTag<>("arrivals") {};
  static final TupleTag<KV<Long, Evaluation>> SUMS = new TupleTag<>("sums") {};

  private static final KvCoder<String, Arrival> ARRIVAL_CODER =
      KvCoder.of(StringUtf8Coder.of(), new ArrivalCoder());
  private static final KvCoder<Long, Evaluation> SUM_CODER =
      KvCoder.of(VarLongCoder.of(), EvaluationCoder.of());

  /** Makes it the job that a pipeline does. */
  public void addTo(Pipeline pipeline) {
    pipeline.apply(
        "Evaluate messages",
        PTransform.compose(
            (PBegin begin) -> {
              evaluate(predictions.source().read(begin), labels.source().read(begin));
              return PDone.in(begin.getPipeline());
            }));
  }

  /** Evaluates messages that come from anywhere. */
  void evaluate(PCollection<Message> predictionMessages, PCollection<Message> labelMessages) {
    PCollectionTuple ofPredictions =
        read(
            "Read predictions",
            predictionMessages,
            new ReadPredictionsFn(predictions, evaluating, terms));
    PCollectionTuple ofLabels =
        read("Read labels", labelMessages, new ReadLabelsFn(labels, evaluating.model(), terms));
    PCollection<KV<Long, Evaluation>> joined =
        PCollectionList.of(arrivals(ofPredictions))
            .and(arrivals(ofLabels))
            .apply("All arrivals", Flatten.pCollections())
            .apply("Join by key", ParDo.of(new JoinFn(evaluating, terms)))
            .setCoder(SUM_CODER);
    PCollectionList.of(joined)
        .and(ofPredictions.get(SUMS).setCoder(SUM_CODER))
        .and(ofLabels.get(SUMS).setCoder(SUM_CODER))
        .apply("All sums", Flatten.pCollections())
        .apply("Add up", ParDo.of(new SumFn(sink, evaluating, terms)));
  }

  private static PCollectionTuple read(
      String step, PCollection<Message> messages, DoFn<Message, KV<String, Arrival>> reader) {
    return messages.apply(step, ParDo.of(reader).withOutputTags(ARRIVALS, TupleTagList.of(SUMS)));
  }

  private static PCollection<KV<String, Arrival>> arrivals(PCollectionTuple read) {
    return read.get(ARRIVALS).setCoder(ARRIVAL_CODER);
  }
}
