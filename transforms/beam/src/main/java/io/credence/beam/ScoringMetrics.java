package io.credence.beam;

import io.credence.deadletter.DeadLetterCode;
import io.credence.model.ModelDigest;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.beam.sdk.metrics.Gauge;
import org.apache.beam.sdk.metrics.Metrics;

/**
 * What scoring tells those who watch a job, through Beam's metrics, in the namespace {@code
 * credence}. A runner may count retries twice; the manifest of a batch run does not.
 *
 * <table>
 *   <caption>The metrics of each step that scores</caption>
 *   <tr><th>Name</th><th>Kind</th><th>Unit</th><th>Meaning</th></tr>
 *   <tr><td>{@code records_read}</td><td>counter</td><td>records</td>
 *       <td>scored records and dead letters</td></tr>
 *   <tr><td>{@code records_scored}</td><td>counter</td><td>records</td>
 *       <td>records with a result</td></tr>
 *   <tr><td>{@code dead_letters_CODE}</td><td>counter</td><td>records</td>
 *       <td>records that could not be scored, for each code that occurred</td></tr>
 *   <tr><td>{@code samples_drawn}</td><td>counter</td><td>samples</td>
 *       <td>posterior predictive samples of the scored records; absent where none are drawn, as in
 *       {@link SummarizeSamples}</td></tr>
 *   <tr><td>{@code scoring_ns}</td><td>counter</td><td>nanoseconds</td>
 *       <td>time within scoring of all records read, summed over threads: without reading, writing
 *       or dead letters</td></tr>
 *   <tr><td>{@code scoring_ns_per_record}</td><td>distribution</td><td>nanoseconds</td>
 *       <td>the same by record: how many, sum, minimum and maximum</td></tr>
 *   <tr><td>{@code challenger_scored}</td><td>counter</td><td>records</td>
 *       <td>those of the records with a result that belong to the challenger of a canary or an A/B
 *       test</td></tr>
 *   <tr><td>{@code challenger_dead_letters}</td><td>counter</td><td>records</td>
 *       <td>those of the dead letters that belong to it</td></tr>
 *   <tr><td>{@code challenger_compared}</td><td>counter</td><td>records</td>
 *       <td>scored records that have a score of the challenger in the shadow, too</td></tr>
 *   <tr><td>{@code challenger_failures_CODE}</td><td>counter</td><td>records</td>
 *       <td>scored records that have none: a dead letter's code, or one of {@link
 *       io.credence.rollout.Challenger}</td></tr>
 *   <tr><td>{@code model_loads}</td><td>counter</td><td>loads</td>
 *       <td>how many times JVMs read the model from its files; one for each JVM when all is well.
 *       The step that reports next reports it, once</td></tr>
 *   <tr><td>{@code model_info_NAME_VERSION_DIGEST12}</td><td>gauge</td><td>none</td>
 *       <td>always 1; its name says which model scores: name, version and the first 12 digits of the
 *       digest. Characters other than ASCII letters and digits, {@code _}, {@code .} and {@code -}
 *       become {@code _}</td></tr>
 * </table>
 *
 * <p>Records are added up here and handed to Beam every 1,024 records and by {@link #flush}, which
 * must be called before a bundle ends: Beam ignores what is reported outside of one.
 *
 * <p>Not thread-safe: each instance of a function has its own, and a copy begins at 0.
 */
public final class ScoringMetrics implements Serializable {

  private static final long serialVersionUID = 1;

  public static final String NAMESPACE = "credence";
  public static final String READ = "records_read";
  public static final String SCORED = "records_scored";
  public static final String DEAD_LETTERS_PREFIX = "dead_letters_";
  public static final String CHALLENGER_SCORED = "challenger_scored";
  public static final String CHALLENGER_DEAD_LETTERS = "challenger_dead_letters";
  public static final String COMPARED = "challenger_compared";
  public static final String CHALLENGER_FAILURES_PREFIX = "challenger_failures_";
  public static final String SAMPLES = "samples_drawn";
  public static final String SCORING_NS = "scoring_ns";
  public static final String SCORING_NS_PER_RECORD = "scoring_ns_per_record";
  public static final String MODEL_LOADS = "model_loads";
  public static final String MODEL_INFO_PREFIX = "model_info_";

  /** Rare enough to cost nothing, and often enough to see a bundle move. */
  private static final int FLUSH_RECORDS = 1_024;

  private static final int DIGEST_DIGITS = 12;
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_.-]");

  private final ModelRef model;
  private final int samplesPerRecord;

  private final transient ModelDigest digest;
  private final transient PendingCounter read = new PendingCounter(READ);
  private final transient PendingCounter scored = new PendingCounter(SCORED);
  private final transient EnumMap<DeadLetterCode, PendingCounter> deadLetters =
      new EnumMap<>(DeadLetterCode.class);
  private final transient PendingCounter challengerScored = new PendingCounter(CHALLENGER_SCORED);
  private final transient PendingCounter challengerDeadLetters =
      new PendingCounter(CHALLENGER_DEAD_LETTERS);
  private final transient PendingCounter compared = new PendingCounter(COMPARED);
  private final transient Map<String, PendingCounter> challengerFailures = new TreeMap<>();
  private final transient PendingCounter samples = new PendingCounter(SAMPLES);
  private final transient PendingCounter scoringNs = new PendingCounter(SCORING_NS);
  private final transient PendingCounter modelLoads = new PendingCounter(MODEL_LOADS);
  private final transient PendingDistribution nsPerRecord =
      new PendingDistribution(SCORING_NS_PER_RECORD);
  private final transient Gauge modelInfo;
  private transient long begun;
  private transient long ns;

  /**
   * Metrics of a step.
   *
   * @param model the model that scores
   * @param samplesPerRecord how many samples are drawn for each record that is scored
   */
  public ScoringMetrics(ModelRef model, int samplesPerRecord) {
    this.model = model.bare();
    this.samplesPerRecord = samplesPerRecord;
    this.digest = model.digest();
    this.modelInfo = Metrics.gauge(NAMESPACE, infoName(model));
    for (DeadLetterCode code : DeadLetterCode.values()) {
      deadLetters.put(code, new PendingCounter(DEAD_LETTERS_PREFIX + code.name()));
    }
  }

  static String infoName(ModelRef model) {
    String digest = model.digest().hex().substring(0, DIGEST_DIGITS);
    String name = model.name() + "_" + model.version() + "_" + digest;
    return MODEL_INFO_PREFIX + UNSAFE.matcher(name).replaceAll("_");
  }

  /** Says that the scoring of a record begins; nothing else must happen until it ends. */
  void begin() {
    begun = System.nanoTime();
  }

  /** Says that it ends; what became of it is said next. */
  void end() {
    ns = System.nanoTime() - begun;
  }

  /** Says that the record was scored. */
  void scored(boolean byChallenger) {
    scored.add(1);
    challengerScored.add(byChallenger ? 1 : 0);
    samples.add(samplesPerRecord);
    add();
  }

  /** Says that the record can't be scored. */
  void deadLetter(DeadLetterCode code, boolean byChallenger) {
    challengerDeadLetters.add(byChallenger ? 1 : 0);
    PendingCounter counter = deadLetters.get(code);
    if (counter != null) {
      counter.add(1);
    }
    add();
  }

  /**
   * Says what became of a scored record in the shadow.
   *
   * @param failure why the challenger has no score; empty when it has
   */
  void challenged(String failure) {
    if (failure.isEmpty()) {
      compared.add(1);
    } else {
      challengerFailures
          .computeIfAbsent(failure, code -> new PendingCounter(CHALLENGER_FAILURES_PREFIX + code))
          .add(1);
    }
  }

  private void add() {
    nsPerRecord.add(ns);
    if (nsPerRecord.count() == FLUSH_RECORDS) {
      flush();
    }
  }

  /** Hands to Beam what was added up since the last time. */
  public void flush() {
    modelLoads.add(ModelCache.SHARED.takeLoads(digest));
    modelLoads.flush();
    compared.flush();
    challengerFailures.values().forEach(PendingCounter::flush);
    if (nsPerRecord.count() > 0) {
      flushRecords();
    }
  }

  private void flushRecords() {
    modelInfo.set(1);
    read.add(nsPerRecord.count());
    read.flush();
    scored.flush();
    challengerScored.flush();
    challengerDeadLetters.flush();
    deadLetters.values().forEach(PendingCounter::flush);
    samples.flush();
    scoringNs.add(nsPerRecord.sum());
    scoringNs.flush();
    nsPerRecord.flush();
  }

  /** A copy with scratch memory of its own. */
  private Object readResolve() {
    return new ScoringMetrics(model, samplesPerRecord);
  }
}
