package io.credence.page;

import io.credence.page.drawing.Label;
import io.credence.page.drawing.Markup;
import io.credence.page.drawing.Numbers;
import io.credence.page.facts.EvaluationFacts;
import io.credence.page.facts.LogFacts;
import io.credence.page.facts.ModelFacts;
import io.credence.page.facts.OutputFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One HTML file that shows an evaluation, a model, or both, and what was decided of it. A browser
 * that opens it loads nothing else and runs nothing. The same facts give the same bytes, and never
 * more than {@link #MOST}.
 */
public final class Page {

  /** How a page of ours begins. */
  public static final String BEGINNING =
      "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>"
          + "<meta name=\"generator\" content=\"Credence\"/>";

  /** The most bytes of a page. */
  public static final int MOST = 300_000;

  /** Neither scripts nor anything from elsewhere, whatever the rest of the page says. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

  private static final String STYLE = resource("page.css");

  /** More bytes than a title has. */
  private static final int TITLE = 1_000;

  /** More bytes than it takes to say what is left out, and to end the page. */
  private static final int REST = 1_000;

  private Page() {}

  /**
   * The page.
   *
   * @param evaluation null for none
   * @param model null for none
   * @param log null for none
   * @throws IllegalArgumentException when there is neither
   */
  public static byte[] of(
      @Nullable EvaluationFacts evaluation, @Nullable ModelFacts model, @Nullable LogFacts log) {
    if (evaluation == null && model == null) {
      throw new IllegalArgumentException("A page must show an evaluation or a model");
    }
    Markup body = new Markup();
    String title = "";
    Markup rest = new Markup();
    if (model != null) {
      title = "The model " + model.model();
      rest.add(new ModelSection(model).markup(evaluation == null ? "h1" : "h2"));
    }
    if (log != null) {
      rest.add(LogSection.markup(log));
    }
    if (evaluation != null) {
      title = "Evaluation of " + evaluation.model();
      body.add(new EvaluationHead(evaluation).markup());
      addOutputs(evaluation.outputs(), MOST - rest.size(), body);
    }
    return around(title, body.add(rest)).bytes();
  }

  /** Adds the pictures of outputs while there is room, and says of which there are none. */
  private static void addOutputs(List<OutputFacts> outputs, int most, Markup body) {
    int size = around("", new Markup()).size() + TITLE + REST + body.size();
    int shown = 0;
    for (OutputFacts output : outputs) {
      Markup section = new OutputSection(output, "output" + shown).markup();
      size += section.size();
      if (size > most) {
        break;
      }
      body.add(section);
      shown++;
    }
    if (shown < outputs.size()) {
      body.element(
          "p",
          "This page has no room for the pictures of %s: their figures are in evaluation.json."
              .formatted(
                  outputs.size() - shown == 1
                      ? "the last output"
                      : "the last " + Numbers.count(outputs.size() - (long) shown) + " outputs"));
    }
  }

  private static Markup around(String title, Markup body) {
    Markup page = Markup.document().open("html", "lang", "en").open("head");
    page.leaf("meta", "charset", "utf-8").leaf("meta", "name", "generator", "content", "Credence");
    page.leaf("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
    page.leaf("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.leaf("meta", "name", "color-scheme", "content", "light dark");
    page.element("title", Label.of(title)).line().style(STYLE).close().line();
    page.open("body").open("main").line().add(body).close().close();
    return page.close().line();
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
