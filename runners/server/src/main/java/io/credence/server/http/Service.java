package io.credence.server.http;

import java.util.List;

/**
 * What a server does.
 *
 * @param routes what it answers; where several fit a request, the first
 * @param doorkeeper whom it answers
 * @param observers who sees what it answered
 * @param failures who hears of what must not happen
 */
public record Service(
    List<Route> routes, Doorkeeper doorkeeper, List<Observer> observers, Failures failures) {

  public Service {
    routes = List.copyOf(routes);
    observers = List.copyOf(observers);
  }
}
