package io.credence.server.records;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.credence.score.ScoreSpec;
import io.credence.server.json.JsonValues;
import io.credence.server.json.Members;
import io.credence.server.json.StrictJson;
import io.credence.server.refusal.Refusal;
import io.credence.server.scoring.RequestLimits;
import io.credence.server.scoring.ServedModel;
import io.credence.server.scoring.SpecParameters;
import java.io.IOException;

/** Which records a request has, and what it asks of each. */
final class RecordsRequest {

  private static final String INSTANCES = "instances";
  private static final String LIST = "a list of objects, each with the features of a record";

  private final RequestLimits limits;
  private final SpecParameters parameters;
  private final ScoreSpec spec;
  private int instances = -1;
  private int records;

  private RecordsRequest(byte[] body, ServedModel model, RequestLimits limits) throws Refusal {
    this.limits = limits;
    this.parameters = new SpecParameters(model, limits);
    StrictJson.read(
        body,
        new Members().with(INSTANCES, this::count).with("parameters", parameters.members()::read));
    if (instances < 0) {
      throw Refusal.missing(INSTANCES, LIST);
    }
    this.spec = parameters.spec();
  }

  static RecordsRequest read(byte[] body, ServedModel model, RequestLimits limits) throws Refusal {
    return new RecordsRequest(body, model, limits);
  }

  private void count(JsonParser parser, String field) throws IOException, Refusal {
    instances = JsonValues.list(parser, field, LIST);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      records++;
      if (records > limits.records()) {
        throw Refusal.field(
            field,
            "longer",
            "a list of at most %s records (--maxRecords)".formatted(limits.records()));
      }
      parser.skipChildren();
    }
  }

  /** Where the list of records begins in the body. */
  int instances() {
    return instances;
  }

  /** How many there are. */
  int records() {
    return records;
  }

  ScoreSpec spec() {
    return spec;
  }
}
