package io.credence.cluster.scoring;

import java.io.IOException;
import java.nio.file.Path;

/** A model with outputs of real numbers, of whole numbers and of classes. */
public final class SeveralOutputs {

  private static final String OUTPUTS =
      """
      draw:
        z: normal(mu = slope * x, sigma = sigma)
      outputs:
        sales: exp(z / 10)
        many: sales > 3
        program: categorical(p = softmax([z, 0, 1]))
      """;

  private SeveralOutputs() {}

  /** Writes the folder, of category-slopes with other outputs. */
  public static Path write(Path folder) throws IOException {
    Models.copy(Request.SLOPES_MODEL, folder);
    Models.replace(folder, "target: y\n", "");
    Models.replace(folder, "predict: normal(mu = slope * x, sigma = sigma)\n", OUTPUTS);
    return folder;
  }
}
