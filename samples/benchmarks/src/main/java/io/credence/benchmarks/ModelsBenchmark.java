package io.credence.benchmarks;

import io.credence.deadletter.UnscorableException;
import io.credence.model.Predictive;
import io.credence.predict.Predictor;
import io.credence.score.Scorer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What one record costs one thread with models of several kinds: 1,000 samples, and their summary.
 * An operation is a record.
 *
 * <p>Decides which kind of model is worth more work. {@code numpy_models.py} makes the models, and
 * samples them in NumPy. As in {@link KernelBenchmark}, a record may allocate its result alone.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ModelsBenchmark {

  /** A folder that {@code numpy_models.py} made. */
  @Param({
    "logistic-1",
    "logistic-10",
    "logistic-200",
    "negative-binomial",
    "ordered-logistic",
    "hurdle-gamma",
    "neural-network"
  })
  public String model = "";

  private @Nullable Prepared prepared;

  /** What must be ready before a record comes. */
  private record Prepared(
      List<@Nullable Object[]> records, Scorer scorer, Predictor predictor, Predictive room) {

    static Prepared of(Workload workload) {
      Predictor predictor = workload.predictor();
      return new Prepared(workload.records(), workload.scorer(), predictor, predictor.room());
    }

    void sample(Blackhole out) throws UnscorableException {
      for (@Nullable Object[] record : records) {
        out.consume(predictor.predict(Workload::read, record, room));
      }
    }

    void score(Blackhole out) throws UnscorableException {
      for (@Nullable Object[] record : records) {
        out.consume(scorer.score(Workload::read, record));
      }
    }
  }

  @Setup
  public void prepare() {
    prepared = Prepared.of(Workload.made(Path.of("samples/benchmarks/target/models", model)));
  }

  /** The samples alone. */
  @Benchmark
  @OperationsPerInvocation(Workload.RECORDS)
  public void sample(Blackhole out) throws UnscorableException {
    Objects.requireNonNull(prepared).sample(out);
  }

  /** All that happens to a record between its fields and its score. */
  @Benchmark
  @OperationsPerInvocation(Workload.RECORDS)
  public void score(Blackhole out) throws UnscorableException {
    Objects.requireNonNull(prepared).score(out);
  }
}
