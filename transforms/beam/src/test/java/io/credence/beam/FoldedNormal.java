package io.credence.beam;

import io.credence.deadletter.UnscorableException;
import io.credence.distribution.Distribution;
import io.credence.distribution.Distributions;
import io.credence.draws.DrawColumn;
import io.credence.model.Feature;
import io.credence.model.Inputs;
import io.credence.model.Model;
import io.credence.model.ModelDescription;
import io.credence.model.ModelFormat;
import io.credence.model.Noise;
import io.credence.model.Predictive;
import io.credence.model.Sampler;
import io.credence.posterior.ParameterDraws;
import io.credence.problem.Problems;
import java.util.Optional;

/**
 * A model that is written by hand, as somebody outside of the kernel would: y is the absolute value
 * of a normal variate with mean {@code beta[category] * x}, which no expression of model.yaml says.
 * A category that it was not trained on has the slope 0.
 */
public final class FoldedNormal implements ModelFormat {

  @Override
  public String name() {
    return "folded-normal/1";
  }

  @Override
  public Optional<Model> model(ModelDescription description, Problems problems) {
    Optional<ParameterDraws> beta = description.posterior().parameter("beta");
    Optional<ParameterDraws> sigma = description.posterior().parameter("sigma");
    if (beta.isEmpty() || sigma.isEmpty()) {
      problems.add("The posterior must have the parameters beta and sigma");
      return Optional.empty();
    }
    return Optional.of(new Folded(description, beta.get(), sigma.get()));
  }

  private record Folded(ModelDescription description, ParameterDraws beta, ParameterDraws sigma)
      implements Model {

    @Override
    public boolean acceptsUnseen(Feature feature) {
      return feature.name().equals("category");
    }

    @Override
    public Sampler sampler(int numSamples) {
      return new FoldedSampler(beta.columns(numSamples), sigma.columns(numSamples), numSamples);
    }
  }

  /** The features are x and category, in this order. */
  private static final class FoldedSampler implements Sampler {

    private final Distribution normal = Distributions.named("normal").orElseThrow();
    private final double[] beta;
    private final int n;
    private final double[] mu;
    private final DrawColumn[] parameters = {new DrawColumn(), new DrawColumn()};

    FoldedSampler(double[] beta, double[] sigma, int n) {
      this.beta = beta;
      this.n = n;
      this.mu = new double[n];
      parameters[0].set(mu, 0);
      parameters[1].set(sigma, 0);
    }

    @Override
    public void sample(Inputs inputs, Noise noise, Predictive out) throws UnscorableException {
      int category = inputs.level(1);
      double[] samples = out.samples(0);
      for (int i = 0; i < n; i++) {
        mu[i] = category == Inputs.UNSEEN ? 0 : beta[category * n + i] * inputs.number(0);
      }
      normal.sample(parameters, n, noise.ofRecord(), samples);
      for (int i = 0; i < n; i++) {
        samples[i] = Math.abs(samples[i]);
      }
    }
  }
}
