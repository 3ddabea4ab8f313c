package io.credence.server.scoring;

import io.credence.folder.LoadedModel;
import io.credence.folder.ModelException;
import io.credence.folder.ModelFolder;
import io.credence.folder.ModelLoader;
import io.credence.model.Model;
import io.credence.predict.PredictSpec;
import io.credence.score.ScoreSpec;
import io.credence.server.json.Memory;
import io.credence.server.refusal.Refusal;
import java.io.IOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A model that was loaded and verified, and can be scored with by many threads. */
public final class ServedModel {

  /** As many samples as the project that these endpoints come from draws by default. */
  public static final int FEW_SAMPLES = 100;

  private final Model model;
  private final int verifiedFigures;
  private final PredictSpec base;
  private final String digest;
  private final Tally tally = new Tally();
  private final LanePool lanes;
  private final LaneWeight laneWeight;

  private ServedModel(LoadedModel loaded, PredictSpec base) {
    this.model = loaded.model();
    this.verifiedFigures = loaded.verifiedFigures();
    this.base = base;
    this.digest = model.digest().hex();
    this.lanes = new LanePool(model, base, tally, Stream.of(base.numSamples(), FEW_SAMPLES));
    this.laneWeight =
        LaneWeight.of(samples -> new Lane(model, base.withNumSamples(samples), tally));
  }

  /** Something that is done with a lane. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    T in(Lane lane) throws E, IOException;
  }

  /**
   * Loads a model, and verifies it.
   *
   * @param base how samples are drawn where a request asks for nothing else
   * @throws ModelException when the folder holds no sound model
   * @throws IOException when it can't be read
   */
  public static ServedModel load(ModelFolder folder, PredictSpec base)
      throws ModelException, IOException {
    return new ServedModel(ModelLoader.load(folder), base);
  }

  public Model model() {
    return model;
  }

  /** Of its files, 64 hexadecimal digits. */
  public String digest() {
    return digest;
  }

  /** How many figures of the training tool it reproduced. */
  public int verifiedFigures() {
    return verifiedFigures;
  }

  /** What became of the records that were scored with it. */
  public Tally tally() {
    return tally;
  }

  /** How samples are drawn, so many of them. */
  public PredictSpec predict(int numSamples) {
    return base.withNumSamples(numSamples);
  }

  /** The field that identifies a record; null where its features do. */
  public @Nullable String keyField() {
    return base.keyField();
  }

  /** How many samples are drawn where a request asks for no number. */
  public int numSamples() {
    return base.numSamples();
  }

  /**
   * Does something with a lane that reduces as a specification asks.
   *
   * @param memory is asked for what the lane holds
   * @throws Refusal when there is none left
   */
  public <T, E extends Exception> T score(ScoreSpec spec, Memory memory, Work<T, E> work)
      throws E, IOException, Refusal {
    int samples = spec.predict().numSamples();
    long emitted = spec.emitSamples() ? (long) Double.BYTES * samples * model.outputs().size() : 0;
    memory.take(laneWeight.bytes(samples) + emitted);
    Lane lane = lanes.borrow(samples);
    try {
      lane.reduceTo(spec);
      return work.in(lane);
    } finally {
      lanes.give(lane);
    }
  }
}
