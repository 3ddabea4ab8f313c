package io.credence.endtoend;

import io.credence.model.Inputs;
import io.credence.model.Model;
import io.credence.model.ModelDescription;
import io.credence.model.ModelFormat;
import io.credence.model.Noise;
import io.credence.model.Predictive;
import io.credence.model.Sampler;
import io.credence.problem.Problems;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A model of Java code that throws for records of kind b, and is slow for all others. */
public final class Misbehaving implements ModelFormat {

  /** Many times the budget that tests give it. */
  private static final long PAUSE_NANOS = 5_000_000;

  @Override
  public String name() {
    return "misbehaving/1";
  }

  @Override
  public Optional<Model> model(ModelDescription description, Problems problems) {
    return Optional.of(new Code(description));
  }

  private record Code(ModelDescription description) implements Model {

    @Override
    public Sampler sampler(int numSamples) {
      return new Sampler() {
        @Override
        public void sample(Inputs record, Noise noise, Predictive out) {
          if (record.level(2) == 1) {
            throw new IllegalStateException("no records of kind b");
          }
          LockSupport.parkNanos(PAUSE_NANOS);
        }
      };
    }
  }
}
