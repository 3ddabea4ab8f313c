package io.credence.beam;

import io.credence.deadletter.UnscorableException;
import io.credence.rollout.Challenger;
import io.credence.rollout.Challenger.Result;
import io.credence.rollout.Compared;
import io.credence.score.Scored;
import io.credence.score.Scorer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Lets a challenger score what its champion has scored. */
final class ShadowObserver<T> implements RecordObserver<T, Scored> {

  private final Scorer champion;
  private final Challenger challenger;
  private final ShadowEnd<T> end;
  private final ScoringMetrics metrics;
  private @Nullable RecordReader<T> reader;

  ShadowObserver(Scorer champion, Challenger challenger, ShadowEnd<T> end, ScoringMetrics metrics) {
    this.champion = champion;
    this.challenger = challenger;
    this.end = end;
    this.metrics = metrics;
  }

  @Override
  public void scored(T record, Scored served) throws IOException {
    Result result = challenger.compare(champion, served, second -> score(second, record));
    String failure = result.failure();
    Compared compared = result.compared();
    if (compared != null) {
      failure = end(record, compared);
    }
    metrics.challenged(failure);
    if (!failure.isEmpty()) {
      end.failed(record, failure);
    }
  }

  /** Why there is no place for a comparison; empty when there is. */
  private String end(T record, Compared compared) throws IOException {
    try {
      end.compared(record, compared);
      return "";
    } catch (UnscorableException e) {
      return e.code().name();
    }
  }

  private Scored score(Scorer second, T record) throws UnscorableException, IOException {
    RecordReader<T> ready = reader;
    if (ready == null) {
      ready = end.reader(second.fields());
      reader = ready;
    }
    ready.begin(record);
    return second.score(ready, record);
  }

  @Override
  public void deadLetter(T record, UnscorableException reason) {
    // There is nothing to compare with.
  }
}
