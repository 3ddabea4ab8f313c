package io.credence.server.page;

import io.credence.deadletter.UnscorableException;
import io.credence.model.Feature;
import io.credence.score.Scored;
import io.credence.server.html.Html;
import io.credence.server.html.HtmlPage;
import io.credence.server.http.Answer;
import io.credence.server.http.Call;
import io.credence.server.refusal.Code;
import io.credence.server.refusal.Refusal;
import io.credence.server.scoring.Lane;
import io.credence.server.scoring.Models;
import io.credence.server.scoring.RequestLimits;
import io.credence.server.scoring.ServedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The page: the form of a model, and the prediction of what it holds. */
record PredictionPage(Models models, RequestLimits limits) {

  /** The fault that no field has. */
  private static final String RECORD = "";

  /** The form before it is sent, with values that the model accepts. */
  Answer empty(Call call) throws Refusal {
    ServedModel model = model(call);
    return page(model, html -> new PageForm(model, limits).write(Map.of(), Map.of(), html));
  }

  /** The form as it was sent, and its prediction, or what is wrong beside each field. */
  Answer answer(Call call) throws Refusal {
    ServedModel model = model(call);
    PageForm pageForm = new PageForm(model, limits);
    Map<String, String> form = FormBody.read(call.body());
    pageForm.requireKnown(form.keySet());
    Map<String, String> faults = new LinkedHashMap<>();
    FormParameters parameters = FormParameters.read(form, model, limits, faults);
    Html result = new Html();
    score(call, model, form, parameters, result, faults);
    Answer answer =
        page(
            model,
            html -> {
              String ofRecord = faults.get(RECORD);
              if (ofRecord != null) {
                html.data("p", ofRecord, "class", "fault");
              }
              pageForm.write(form, faults, html);
              if (faults.isEmpty()) {
                html.append(result);
              }
            });
    return faults.isEmpty() ? answer : answer.withStatus(Code.WRONG_FIELD.status());
  }

  private ServedModel model(Call call) throws Refusal {
    String name = call.name(0);
    return name == null ? models.first() : models.named(name, null);
  }

  private static void score(
      Call call,
      ServedModel model,
      Map<String, String> form,
      FormParameters parameters,
      Html result,
      Map<String, String> faults)
      throws Refusal {
    FormRecord record = new FormRecord(model.model().features(), model.keyField(), form);
    try {
      model.<Lane, UnscorableException>score(
          parameters.spec(model),
          call.share()::take,
          lane -> {
            Scored scored = lane.score(FormRecord::value, record);
            PredictionView.write(model, lane.recordId(), scored, parameters, result);
            return lane;
          });
    } catch (UnscorableException e) {
      faults.put(field(model, e), e.reason());
    } catch (IOException e) {
      throw new UncheckedIOException("To memory, all can be written", e);
    }
  }

  private static String field(ServedModel model, UnscorableException reason) {
    return model.model().features().stream()
        .filter(each -> each.name().equals(reason.feature()))
        .map(Feature::column)
        .map(PageField::name)
        .findFirst()
        .orElse(RECORD);
  }

  private Answer page(ServedModel model, Consumer<Html> content) {
    return HtmlPage.of(
        model.model().name() + " " + model.model().version(),
        html -> {
          html.open("nav");
          if (models.all().size() > 1) {
            models.all().forEach(each -> link(each.model().name(), html));
          }
          html.element("a", "What can be asked", "href", "/docs").close("nav");
          content.accept(html);
        });
  }

  private static void link(String name, Html html) {
    String path = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    html.data("a", name, "href", "/models/" + path);
  }
}
