package io.credence.streaming;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Locale;

/**
 * What a person wants to see of a flight with its score.
 *
 * @param carrier who flies
 * @param depDelay how late it left, in minutes
 * @param median the delay in minutes that its arrival exceeds with a probability of one half
 * @param lower where the interval begins that holds the delay with a probability of 95 %
 * @param upper where it ends
 */
record EnrichedFlight(String carrier, double depDelay, double median, double lower, double upper) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static EnrichedFlight parse(byte[] message) throws IOException {
    JsonNode fields = JSON.readTree(message);
    return new EnrichedFlight(
        fields.path("carrier").asText(),
        fields.path("dep_delay").asDouble(),
        fields.path("arr_delay_pred").asDouble(),
        fields.path("arr_delay_pred_lower").asDouble(),
        fields.path("arr_delay_pred_upper").asDouble());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s  dep_delay %6.1f   arr_delay %6.1f   95 %% [%.1f, %.1f]",
        carrier,
        depDelay,
        median,
        lower,
        upper);
  }
}
