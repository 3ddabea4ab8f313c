package io.credence.jobs.scoring;

import io.credence.beam.Scoring;
import java.io.Serializable;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * Records to be scored, checked and ready to run.
 *
 * @param source where they come from
 * @param scoring by which model, and how
 * @param sink where they go
 * @param <E> what goes from the source to the step that scores
 * @param <R> what goes from there to the sink
 */
public record ScoringJob<E, R>(Source<E> source, Scoring scoring, Sink<E, R> sink)
    implements Serializable {

  /** Makes it the one that a pipeline does. */
  public void addTo(Pipeline pipeline) {
    pipeline.apply(name(), ScoringPipeline.of(this));
  }

  /** Scores elements that come from anywhere, and hands on what they become. */
  public void score(PCollection<E> elements) {
    PCollection<R> results =
        elements.apply(source.scoringStep(), ParDo.of(new ScoreFn<>(this))).setCoder(sink.coder());
    sink.write(results, scoring);
  }

  /** What a job of this kind is called in a pipeline, such as "Score files into messages". */
  String name() {
    String from = source.contents();
    String to = sink.contents();
    return from.equals(to) ? "Score " + from : "Score %s into %s".formatted(from, to);
  }
}
