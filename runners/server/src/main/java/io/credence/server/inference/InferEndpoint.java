package io.credence.server.inference;

import io.credence.server.http.Answer;
import io.credence.server.http.Call;
import io.credence.server.http.Endpoint;
import io.credence.server.json.JsonAnswer;
import io.credence.server.json.NoRoomException;
import io.credence.server.refusal.Refusal;
import io.credence.server.scoring.Lane;
import io.credence.server.scoring.Models;
import io.credence.server.scoring.RequestLimits;
import io.credence.server.scoring.ServedModel;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Scores the records whose features are tensors, and answers with their columns as tensors. */
record InferEndpoint(Models models, RequestLimits limits) implements Endpoint {

  @Override
  public Answer answer(Call call) throws Refusal {
    ServedModel model = models.named(call.name(0), call.name(1));
    InferRequest request = InferRequest.read(call.body(), model, limits);
    try {
      return model.<Answer, Refusal>score(
          request.spec(), call.share()::take, lane -> answer(call, request, model, lane));
    } catch (NoRoomException e) {
      throw e.refusal();
    } catch (IOException e) {
      throw new UncheckedIOException("To memory, all can be written", e);
    }
  }

  private Answer answer(Call call, InferRequest request, ServedModel model, Lane lane)
      throws IOException, Refusal {
    OutputTensors tensors = new OutputTensors(lane, request.inputs());
    for (int row = 0; row < request.inputs().rows(); row++) {
      call.deadline().check(row, request.inputs().rows());
      call.share().take(tensors.score(row));
    }
    JsonAnswer answer = new JsonAnswer(limits.answerBytes(), call.share()::take);
    answer.out().writeStringField("model_name", model.model().name());
    answer.out().writeStringField("model_version", model.model().version());
    if (request.id() != null) {
      answer.out().writeStringField("id", request.id());
    }
    answer.out().writeArrayFieldStart("outputs");
    tensors.write(answer.out(), request.wanted());
    answer.out().writeEndArray();
    return Answer.json(answer.parts());
  }
}
