package io.credence.server.figure;

import io.credence.server.http.Route;
import io.credence.server.scoring.Models;
import io.credence.server.scoring.RequestLimits;
import java.util.Arrays;
import java.util.List;

/** The routes to a point, an interval and a density. */
public final class FigureRoutes {

  private static final String PATH = "/predict/v1.0.0/";

  private FigureRoutes() {}

  /** They are answered by the first of the models. */
  public static List<Route> of(Models models, RequestLimits limits) {
    return Arrays.stream(Figure.values())
        .map(
            figure ->
                Route.post(
                    figure.word(),
                    PATH + figure.word(),
                    new FigureEndpoint(figure, models, limits)))
        .toList();
  }
}
