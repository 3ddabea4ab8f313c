package io.credence.server.figure;

import com.fasterxml.jackson.core.JsonParser;
import io.credence.server.json.JsonValues;
import io.credence.server.json.Members;
import io.credence.server.json.StrictJson;
import io.credence.server.refusal.Refusal;
import io.credence.server.scoring.RequestLimits;
import io.credence.server.scoring.ServedModel;
import java.io.IOException;

/** What a request asks for. */
final class FigureRequest {

  private static final int NONE = -1;
  private static final String DATA = "an object with the features of a record";

  private final RequestLimits limits;
  private int data = NONE;
  private int numSamples;
  private double hdiProbability = 0.95;
  private int bins = 5;

  private FigureRequest(RequestLimits limits) {
    this.limits = limits;
    this.numSamples = Math.min(ServedModel.FEW_SAMPLES, limits.samples());
  }

  /** Reads a body. */
  static FigureRequest read(byte[] body, Figure figure, RequestLimits limits) throws Refusal {
    FigureRequest request = new FigureRequest(limits);
    StrictJson.read(body, request.members(figure));
    if (request.data == NONE) {
      throw Refusal.missing("data", DATA);
    }
    return request;
  }

  private Members members(Figure figure) {
    Members members =
        new Members()
            .with("data", this::findData)
            .with("algo_param", new Members().with("n_samples", this::readNumSamples)::read);
    return switch (figure) {
      case POINT -> members;
      case INTERVAL -> members.with("hdi_probability", this::readHdiProbability);
      case DENSITY -> members.with("bins", this::readBins);
    };
  }

  private void findData(JsonParser parser, String field) throws IOException, Refusal {
    data = JsonValues.object(parser, field, DATA);
    parser.skipChildren();
  }

  private void readNumSamples(JsonParser parser, String field) throws IOException, Refusal {
    numSamples = JsonValues.whole(parser, field, 1, limits.samples());
  }

  private void readHdiProbability(JsonParser parser, String field) throws IOException, Refusal {
    hdiProbability =
        JsonValues.number(
            parser, field, each -> each > 0 && each < 1, "a number above 0 and below 1");
  }

  private void readBins(JsonParser parser, String field) throws IOException, Refusal {
    bins = JsonValues.whole(parser, field, 1, limits.bins());
  }

  /** Where the record begins in the body. */
  int data() {
    return data;
  }

  int numSamples() {
    return numSamples;
  }

  double hdiProbability() {
    return hdiProbability;
  }

  int bins() {
    return bins;
  }
}
