package io.credence.server.records;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.credence.deadletter.UnscorableException;
import io.credence.score.Scored;
import io.credence.server.http.Answer;
import io.credence.server.http.Call;
import io.credence.server.http.Endpoint;
import io.credence.server.json.JsonAnswer;
import io.credence.server.json.NoRoomException;
import io.credence.server.json.StrictJson;
import io.credence.server.refusal.Refusal;
import io.credence.server.refusal.RefusalJson;
import io.credence.server.scoring.Lane;
import io.credence.server.scoring.Models;
import io.credence.server.scoring.RequestLimits;
import io.credence.server.scoring.ServedModel;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Answers with a prediction for each record, or with the reason why it has none, in the order of
 * the request.
 */
record RecordsEndpoint(Models models, RequestLimits limits) implements Endpoint {

  @Override
  public Answer answer(Call call) throws Refusal {
    ServedModel model = models.named(call.name(0), call.name(1));
    RecordsRequest request = RecordsRequest.read(call.body(), model, limits);
    try (JsonParser parser = StrictJson.again(call.body(), request.instances())) {
      return model.<Answer, Refusal>score(
          request.spec(), call.share()::take, lane -> answer(call, request, model, parser, lane));
    } catch (NoRoomException e) {
      throw e.refusal();
    } catch (IOException e) {
      throw new UncheckedIOException("The body was read before", e);
    }
  }

  private Answer answer(
      Call call, RecordsRequest request, ServedModel model, JsonParser parser, Lane lane)
      throws IOException, Refusal {
    JsonAnswer answer = new JsonAnswer(limits.answerBytes(), call.share()::take);
    JsonGenerator out = answer.out();
    out.writeStringField("model_name", model.model().name());
    out.writeStringField("model_version", model.model().version());
    out.writeStringField("model_digest", model.digest());
    out.writeArrayFieldStart("predictions");
    int deadLetters = 0;
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      call.deadline().check(i, request.records());
      out.writeStartObject();
      deadLetters += write(parser, i, lane, out) ? 0 : 1;
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeNumberField("n_records", request.records());
    out.writeNumberField("n_dead_letters", deadLetters);
    return Answer.json(answer.parts());
  }

  /** Whether the record was scored. */
  private static boolean write(JsonParser parser, int number, Lane lane, JsonGenerator out)
      throws IOException {
    JsonStreamContext list = parser.getParsingContext();
    if (parser.currentToken().isStructStart()) {
      list = list.getParent();
    }
    try {
      Scored scored = lane.score(parser);
      out.writeStringField("record_id", lane.recordId());
      lane.json().write(scored, out);
      return true;
    } catch (UnscorableException e) {
      RefusalJson.fields(lane.refusal(e, "instances[%s]".formatted(number)), out);
      while (parser.getParsingContext() != list) {
        parser.nextToken();
      }
      return false;
    }
  }
}
