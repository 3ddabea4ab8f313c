package io.credence.server.page;

import io.credence.model.Feature;
import io.credence.server.html.Html;
import io.credence.server.refusal.Refusal;
import io.credence.server.scoring.RequestLimits;
import io.credence.server.scoring.ServedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form: the fields of a record, and what is asked of it. */
final class PageForm {

  private final List<PageField> fields = new ArrayList<>();

  PageForm(ServedModel model, RequestLimits limits) {
    for (Feature feature : model.model().features()) {
      fields.add(PageField.of(model.model(), feature));
    }
    String key = model.keyField();
    boolean isFeature = fields.stream().anyMatch(each -> each.label().equals(key));
    if (key != null && !isFeature) {
      fields.add(PageField.plain(PageField.name(key), key, "the key of the record", "1"));
    }
    FormParameters first = FormParameters.atFirst(model, limits);
    fields.add(
        PageField.plain(FormParameters.SAMPLES, "Samples", "how many are drawn", first.samples()));
    fields.add(
        PageField.plain(
            FormParameters.PROBABILITY,
            "Probability",
            "of the interval, above 0 and below 1",
            first.probability()));
    fields.add(PageField.plain(FormParameters.BINS, "Bins", "of the histogram", first.bins()));
  }

  /**
   * Checks that a form has no other fields: a misspelt one would do nothing, without a word.
   *
   * @throws Refusal when it has
   */
  void requireKnown(Iterable<String> names) throws Refusal {
    List<String> known = fields.stream().map(PageField::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw Refusal.unknown(name, name, known);
      }
    }
  }

  /**
   * Writes it.
   *
   * @param form the values that it holds; those that it does not have are as at first
   * @param faults what is wrong, by the name of its field
   */
  void write(Map<String, String> form, Map<String, String> faults, Html html) {
    html.open("form", "method", "post").open("div", "class", "fields");
    for (PageField field : fields) {
      @Nullable String fault = faults.get(field.name());
      field.write(form.getOrDefault(field.name(), field.atFirst()), fault, html);
    }
    html.close("div").element("button", "Predict").close("form");
  }
}
