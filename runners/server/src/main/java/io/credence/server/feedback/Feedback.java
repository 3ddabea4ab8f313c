package io.credence.server.feedback;

import io.credence.server.http.Answer;
import io.credence.server.http.Call;
import io.credence.server.http.Failures;
import io.credence.server.http.Route;
import io.credence.server.refusal.Code;
import io.credence.server.refusal.Refusal;
import io.credence.server.scoring.Models;
import java.io.IOException;
import java.time.Clock;

/**
 * Takes labels that come later, and keeps each as an object of JSON: {@code record_id}, {@code
 * model_name}, {@code y} and the time. It has been written when the answer says so; one that is
 * sent again is kept again.
 *
 * @param models whose outputs say what a label can be
 * @param store where they are kept
 */
public record Feedback(Models models, LabelStore store, Clock clock, Failures failures) {

  private static final int ACCEPTED = 202;

  /** The route that takes labels. */
  public Route route() {
    return Route.post("feedback", "/feedback", this::take);
  }

  private Answer take(Call call) throws Refusal {
    Label label = Label.read(call.body(), models);
    try {
      store.keep(label.recordId(), label.json(clock.instant()));
    } catch (IOException e) {
      failures.report("feedback", e);
      throw Refusal.of(Code.STORAGE, "The label could not be kept; send it again later");
    }
    return Answer.json(out -> out.writeStringField("record_id", label.recordId()))
        .withStatus(ACCEPTED);
  }
}
