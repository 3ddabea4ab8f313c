package io.credence.server.page;

import io.credence.server.http.Route;
import io.credence.server.scoring.Models;
import io.credence.server.scoring.RequestLimits;
import java.util.List;

/** The routes to the page: of the first model, and of each by its name. */
public final class PageRoutes {

  private static final String PATH = "/(models/*)";

  private PageRoutes() {}

  /** The form, and what it is answered with when it is sent. */
  public static List<Route> of(Models models, RequestLimits limits) {
    PredictionPage page = new PredictionPage(models, limits);
    return List.of(Route.get("page", PATH, page::empty), Route.form("page", PATH, page::answer));
  }
}
