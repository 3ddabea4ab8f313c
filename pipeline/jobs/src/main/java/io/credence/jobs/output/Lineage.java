package io.credence.jobs.output;

import io.credence.beam.Canary;
import io.credence.beam.ModelRef;
import io.credence.beam.Scoring;
import io.credence.score.ScoreSpec;
import java.util.Map;
import java.util.TreeMap;

/** Where results come from: what every output file says of itself in its footer. */
public final class Lineage {

  private Lineage() {}

  /** Entries for a footer of a file of scores. */
  public static Map<String, String> footer(Scoring scoring) {
    Map<String, String> footer = footer(scoring.model(), scoring.spec());
    Canary canary = scoring.canary();
    if (canary != null) {
      footer.put("credence.challenger_digest", canary.challenger().digest().hex());
    }
    return footer;
  }

  /** Entries for a footer. */
  public static Map<String, String> footer(ModelRef model, ScoreSpec spec) {
    Map<String, String> footer = new TreeMap<>();
    footer.put("credence.version", SoftwareVersion.get());
    footer.put("credence.model_name", model.name());
    footer.put("credence.model_version", model.version());
    footer.put("credence.model_digest", model.digest().hex());
    footer.put("credence.num_samples", Integer.toString(spec.predict().numSamples()));
    footer.put("credence.seed", Long.toString(spec.predict().seed()));
    return footer;
  }
}
