package io.credence.benchmarks;

import io.credence.deadletter.UnscorableException;
import io.credence.model.Predictive;
import io.credence.predict.Predictor;
import io.credence.random.SampleStreams;
import io.credence.random.StreamSeeder;
import io.credence.score.Scorer;
import io.credence.summary.Summarizer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What one record costs one thread: 1,000 samples, reduced to median, mean, standard deviation, a
 * 95 % HDI and a histogram of 10 bins. An operation is a record; where it goes from record to
 * record, it goes through 2,000 different ones.
 *
 * <p>Decides where the kernel is worth more work: {@code score} is about {@code sample} and {@code
 * summarize}, and {@code sample} is {@code seed}, {@code noise} and the model's own arithmetic. Run
 * it with {@code -prof gc}: a record may allocate its result and little else, because a thread that
 * allocates more spends the memory bandwidth that all threads share.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KernelBenchmark {

  private static final int SAMPLES = 1000;

  /** So few that their samples stay in the second-level cache, as those of one record would. */
  private static final int PREDICTIONS = 64;

  private final SampleStreams stream = new SampleStreams();
  private final StreamSeeder seeder = StreamSeeder.ofRecords(0, new byte[32]);
  private final ContinuousSampler gaussian = ZigguratSampler.NormalizedGaussian.of(stream);
  private final double[] noise = new double[SAMPLES];
  private long record;

  /** The category-slopes model and its records. */
  @State(Scope.Thread)
  public static class Normal extends Prepared {
    public Normal() {
      super(Workload.categorySlopes());
    }
  }

  /** The flights model and the first flights of January. */
  @State(Scope.Thread)
  public static class StudentT extends Prepared {
    public StudentT() {
      super(Workload.flights());
    }
  }

  /** All that happens to a record between its fields and its score. */
  @Benchmark
  @OperationsPerInvocation(Workload.RECORDS)
  public void scoreNormal(Normal prepared, Blackhole out) throws UnscorableException {
    prepared.score(out);
  }

  /** The same with the heavier model. */
  @Benchmark
  @OperationsPerInvocation(Workload.RECORDS)
  public void scoreStudentT(StudentT prepared, Blackhole out) throws UnscorableException {
    prepared.score(out);
  }

  /** The samples alone: fields, seed, let steps, checks, noise. */
  @Benchmark
  @OperationsPerInvocation(Workload.RECORDS)
  public void sampleNormal(Normal prepared, Blackhole out) throws UnscorableException {
    prepared.sample(out);
  }

  /** The same with the heavier model. */
  @Benchmark
  @OperationsPerInvocation(Workload.RECORDS)
  public void sampleStudentT(StudentT prepared, Blackhole out) throws UnscorableException {
    prepared.sample(out);
  }

  /** The reduction alone, of samples without heavy tails. */
  @Benchmark
  @OperationsPerInvocation(PREDICTIONS)
  public void summarizeNormal(Normal prepared, Blackhole out) throws UnscorableException {
    prepared.summarize(out);
  }

  /** The reduction alone, of samples with heavy tails, which crowd the buckets of the sort. */
  @Benchmark
  @OperationsPerInvocation(PREDICTIONS)
  public void summarizeStudentT(StudentT prepared, Blackhole out) throws UnscorableException {
    prepared.summarize(out);
  }

  /** One SHA-256 per record: whether a cheaper hash would be worth its doubts. */
  @Benchmark
  public SampleStreams seed() {
    seeder.begin();
    seeder.add(record++);
    seeder.seed(stream);
    return stream;
  }

  /** 1,000 standard normal variates: the floor below which no sampling of a normal gets. */
  @Benchmark
  public double[] noise() {
    for (int i = 0; i < SAMPLES; i++) {
      stream.at(i);
      noise[i] = gaussian.sample();
    }
    return noise;
  }

  /** What must be ready before a record comes. */
  abstract static class Prepared {

    private final List<@Nullable Object[]> records;
    private final Scorer scorer;
    private final Predictor predictor;
    private final Summarizer summarizer;
    private final List<double[]> predictions;
    private final Predictive drawn;

    Prepared(Workload workload) {
      records = workload.records();
      scorer = workload.scorer();
      predictor = workload.predictor();
      drawn = predictor.room();
      summarizer = Summarizer.of(workload.spec().summary());
      predictions = workload.samples(PREDICTIONS);
    }

    void score(Blackhole out) throws UnscorableException {
      for (@Nullable Object[] record : records) {
        out.consume(scorer.score(Workload::read, record));
      }
    }

    void sample(Blackhole out) throws UnscorableException {
      for (@Nullable Object[] record : records) {
        out.consume(predictor.predict(Workload::read, record, drawn));
      }
    }

    void summarize(Blackhole out) throws UnscorableException {
      for (double[] prediction : predictions) {
        out.consume(summarizer.summarize(prediction, prediction.length));
      }
    }
  }
}
