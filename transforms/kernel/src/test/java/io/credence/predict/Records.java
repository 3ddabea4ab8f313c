package io.credence.predict;

import io.credence.deadletter.UnscorableException;
import io.credence.model.Model;
import io.credence.model.Predictive;
import java.util.HashMap;
import java.util.Map;

/** Records as maps, and what a predictor makes of them. */
final class Records {

  private Records() {}

  static Map<String, Object> record(Object... namesAndValues) {
    Map<String, Object> record = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      record.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return record;
  }

  static double[] samples(Predictor predictor, Map<String, Object> record)
      throws UnscorableException {
    Predictive drawn = predictor.room();
    predictor.predict((r, field) -> r.get(predictor.fields().get(field)), record, drawn);
    return drawn.samples(0);
  }

  static double[] samples(Model model, Map<String, Object> record) throws UnscorableException {
    return samples(Predictor.of(model, PredictSpec.DEFAULT.withNumSamples(4)), record);
  }
}
