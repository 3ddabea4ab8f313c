package io.credence.page;

import io.credence.page.drawing.Label;
import io.credence.page.drawing.Markup;
import io.credence.page.drawing.Numbers;
import io.credence.page.facts.LogFacts;
import java.util.List;

/** What was decided of a model, the latest last. */
final class LogSection {

  private static final int MOST_EVENTS = 60;
  private static final int COLUMNS = 300;

  private LogSection() {}

  static Markup markup(LogFacts log) {
    List<String> events = log.events();
    int left = Math.max(0, events.size() - MOST_EVENTS);
    Markup section = new Markup().open("section").element("h2", "Decisions");
    section.open("p", "class", "aside").text("from the registry ").name(log.registry()).close();
    if (left > 0) {
      section.element(
          "p", Numbers.count(left) + " earlier events are in the registry's log.", "class", "rest");
    }
    section.open("ul");
    for (String event : events.subList(left, events.size())) {
      section.open("li").element("bdi", Label.of(event, COLUMNS)).close().line();
    }
    return section.close().close().line();
  }
}
