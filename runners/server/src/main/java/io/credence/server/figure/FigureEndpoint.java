package io.credence.server.figure;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.credence.deadletter.UnscorableException;
import io.credence.model.Model;
import io.credence.model.Output;
import io.credence.score.ScoreSpec;
import io.credence.score.Scored;
import io.credence.server.http.Answer;
import io.credence.server.http.Call;
import io.credence.server.http.Endpoint;
import io.credence.server.json.JsonAnswer;
import io.credence.server.json.NoRoomException;
import io.credence.server.json.StrictJson;
import io.credence.server.refusal.Code;
import io.credence.server.refusal.Refusal;
import io.credence.server.scoring.Lane;
import io.credence.server.scoring.Models;
import io.credence.server.scoring.RequestLimits;
import io.credence.server.scoring.ServedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Answers with a figure of one record.
 *
 * @param figure which one
 * @param models of which the first answers
 */
record FigureEndpoint(Figure figure, Models models, RequestLimits limits) implements Endpoint {

  @Override
  public Answer answer(Call call) throws Refusal {
    FigureRequest request = FigureRequest.read(call.body(), figure, limits);
    ServedModel model = models.first();
    requireOneNumber(model.model());
    ScoreSpec spec =
        new ScoreSpec(model.predict(request.numSamples()), figure.summary(request), false);
    try {
      return model.<Answer, Refusal>score(
          spec, call.share()::take, lane -> answer(call, request, model, lane));
    } catch (NoRoomException e) {
      throw e.refusal();
    } catch (IOException e) {
      throw new UncheckedIOException("The body was read before", e);
    }
  }

  private Answer answer(Call call, FigureRequest request, ServedModel model, Lane lane)
      throws IOException, Refusal {
    try (JsonParser parser = StrictJson.again(call.body(), request.data())) {
      Scored scored = lane.score(parser);
      JsonAnswer answer = new JsonAnswer(limits.answerBytes(), call.share()::take);
      JsonGenerator out = answer.out();
      figure.write(scored.summary(), out);
      out.writeNumberField("algo_param", request.numSamples());
      out.writeStringField("record_id", lane.recordId());
      out.writeStringField("model_name", model.model().name());
      out.writeStringField("model_version", model.model().version());
      out.writeStringField("model_digest", model.digest());
      return Answer.json(answer.parts());
    } catch (UnscorableException e) {
      throw lane.refusal(e, "data");
    }
  }

  /** Which of several outputs is meant can't be told; of classes there is no median. */
  private static void requireOneNumber(Model model) throws Refusal {
    List<Output> outputs = model.outputs();
    if (outputs.size() > 1 || outputs.get(0).hasClasses()) {
      throw Refusal.of(
          Code.WRONG_OUTPUT,
          "The model %s predicts %s, which have no answer here; ask /v1/models/%s:predict"
              .formatted(
                  model.name(),
                  outputs.size() > 1
                      ? "several outputs (%s)"
                          .formatted(String.join(", ", outputs.stream().map(Output::name).toList()))
                      : "classes",
                  model.name()));
    }
  }
}
