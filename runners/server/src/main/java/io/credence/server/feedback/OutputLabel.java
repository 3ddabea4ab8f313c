package io.credence.server.feedback;

import com.fasterxml.jackson.core.JsonParser;
import io.credence.deadletter.UnscorableException;
import io.credence.evaluation.LabelReader;
import io.credence.evaluation.LabelReader.InvalidLabelException;
import io.credence.messages.JsonFields;
import io.credence.model.Output;
import io.credence.server.json.JsonValues;
import io.credence.server.refusal.Refusal;
import java.io.IOException;

/** The label of one output, read as an evaluation reads it. */
final class OutputLabel {

  private OutputLabel() {}

  /** What it must be, in words. */
  static String expected(Output output) {
    return LabelReader.of(output).expected();
  }

  /**
   * Reads it, in the one form that it has: the text of a class, a whole number or a real one.
   *
   * @throws Refusal when it is none that the output can have
   */
  static Object read(Output output, JsonParser parser, String field) throws IOException, Refusal {
    LabelReader reader = LabelReader.of(output);
    String shown = JsonValues.shown(parser);
    double number;
    try {
      number = reader.read(JsonFields.value(field, parser));
    } catch (InvalidLabelException e) {
      throw Refusal.field(field, shown, reader.expected());
    } catch (UnscorableException e) {
      throw Refusal.record(e, field, null, reader.expected());
    }
    if (Double.isNaN(number)) {
      throw Refusal.field(field, shown, reader.expected());
    }
    return switch (output.kind()) {
      case CLASSES -> output.classes().get((int) number);
      case INTEGER -> Math.abs(number) < 0x1p63 ? (Object) (long) number : (Object) number;
      case REAL -> number;
    };
  }
}
