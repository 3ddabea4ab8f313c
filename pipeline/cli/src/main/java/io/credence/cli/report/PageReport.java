package io.credence.cli.report;

import io.credence.cli.text.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page that was written.
 *
 * @param page the file
 * @param bytes its size
 * @param evaluation the folder of the evaluation that it shows; null for none
 * @param model the folder of the model that it shows; null for none
 * @param registry whose log it shows; null for none
 */
public record PageReport(
    String page,
    long bytes,
    @Nullable String evaluation,
    @Nullable String model,
    @Nullable String registry)
    implements Report {

  private static final int WIDTH = 12;

  @Override
  public List<String> lines() {
    Fields fields = new Fields(WIDTH).add("page", page).add("bytes", bytes);
    if (evaluation != null) {
      fields.add("evaluation", evaluation);
    }
    if (model != null) {
      fields.add("model", model);
    }
    if (registry != null) {
      fields.add("registry", registry);
    }
    return fields.lines();
  }
}
