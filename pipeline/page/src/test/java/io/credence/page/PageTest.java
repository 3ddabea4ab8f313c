package io.credence.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credence.page.facts.EvaluationFacts;
import io.credence.page.facts.LogFacts;
import io.credence.page.facts.OutputFacts;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PageTest {

  /** What breaks pages that are put together from texts. */
  private static final String HOSTILE =
      "</title></style><script>alert(1)</script><img src=x onerror='alert(2)'>\"'&\u202e\u0000\u001b[2J"
          + "שלום 東京 e\u0301 \ud800 ]]> --> \n";

  private static final Set<String> ELEMENTS =
      Set.of(
          "html",
          "head",
          "meta",
          "title",
          "style",
          "body",
          "main",
          "header",
          "section",
          "h1",
          "h2",
          "h3",
          "p",
          "span",
          "bdi",
          "ul",
          "li",
          "figure",
          "figcaption",
          "details",
          "summary",
          "table",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "svg",
          "desc",
          "line",
          "polyline",
          "polygon",
          "rect",
          "circle",
          "path",
          "text");

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "lang",
          "charset",
          "name",
          "content",
          "http-equiv",
          "class",
          "id",
          "scope",
          "open",
          "aria-hidden",
          "aria-labelledby",
          "role",
          "viewBox",
          "x",
          "y",
          "x1",
          "y1",
          "x2",
          "y2",
          "cx",
          "cy",
          "r",
          "d",
          "width",
          "height",
          "points");

  private static String text(byte[] page) {
    return new String(page, StandardCharsets.UTF_8);
  }

  private static byte[] page(List<OutputFacts> outputs) {
    return Page.of(Samples.evaluation("sales", outputs), null, null);
  }

  /** What we write is XML, too. */
  private static Document parsed(byte[] page) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(page));
  }

  private static List<Element> elements(byte[] page) throws Exception {
    NodeList all = parsed(page).getElementsByTagName("*");
    return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i)).toList();
  }

  @Test
  void theSameBytesTwice() {
    List<OutputFacts> outputs =
        List.of(
            Samples.output("sold", Samples.RIGHT, Samples.uniform()), Samples.classes("kind", 3));
    assertThat(page(outputs)).isEqualTo(page(outputs));
    assertThat(text(page(outputs)))
        .startsWith(Page.BEGINNING)
        .contains("<bdi>sold</bdi> is calibrated: nothing speaks against the model");
  }

  @Test
  void verdictsComeFirstAndTablesBeneathPictures() throws Exception {
    byte[] page = page(List.of(Samples.output("sold", Samples.WRONG, Samples.uniform())));
    assertThat(
            text(page).indexOf("NOT calibrated: intervals are too narrow, predictions are too low"))
        .isBetween(1, text(page).indexOf("<svg"));
    List<Element> elements = elements(page);
    assertThat(elements).filteredOn(each -> each.getTagName().equals("svg")).hasSize(9);
    assertThat(elements)
        .filteredOn(each -> each.getTagName().equals("svg"))
        .allSatisfy(
            svg -> {
              assertThat(svg.getElementsByTagName("title").getLength()).isEqualTo(1);
              assertThat(svg.getElementsByTagName("desc").getLength()).isEqualTo(1);
              Element figure = (Element) svg.getParentNode();
              assertThat(figure.getElementsByTagName("table").getLength()).isEqualTo(1);
            });
    assertThat(elements.stream().map(each -> each.getAttribute("id")).filter(id -> !id.isEmpty()))
        .doesNotHaveDuplicates()
        .hasSize(18);
  }

  @Test
  void textFromDataDoesNoHarm() throws Exception {
    String name = HOSTILE + "x".repeat(10_000);
    byte[] page =
        Page.of(
            Samples.evaluation(
                name,
                List.of(
                    Samples.output(name, Samples.WRONG, Samples.uniform()),
                    Samples.classes(name, 3))),
            Samples.model(name, 3, 3),
            new LogFacts(name, List.of(name)));
    Set<String> attributes = new HashSet<>();
    for (Element each : elements(page)) {
      assertThat(ELEMENTS).contains(each.getTagName());
      for (int i = 0; i < each.getAttributes().getLength(); i++) {
        attributes.add(each.getAttributes().item(i).getNodeName());
      }
    }
    assertThat(ATTRIBUTES).containsAll(attributes);
    assertThat(text(page))
        .doesNotContain("\u202e", "\u0000", "\u001b", "x".repeat(200), "url(", "@import");
    assertThat(page.length).isLessThan(Page.MOST);
  }

  @Test
  void nothingMayRunOrBeLoaded() throws Exception {
    byte[] page = page(List.of(Samples.output("sold", Samples.RIGHT, Samples.uniform())));
    assertThat(elements(page))
        .filteredOn(each -> each.getAttribute("http-equiv").equals("Content-Security-Policy"))
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.getAttribute("content"))
                    .startsWith("default-src 'none'; style-src 'unsafe-inline'"));
  }

  @Test
  void manyOutputsSegmentsAndClassesStaySmall() {
    String name = "&<é😀".repeat(20);
    OutputFacts one = Samples.output(name, Samples.WRONG, Samples.uniform());
    OutputFacts output =
        new OutputFacts(
            name,
            1L << 33,
            Samples.WRONG,
            Samples.LEVELS,
            Samples.classes(name, 1_000).figures(),
            one.pit(),
            one.examples(),
            IntStream.range(0, 10_000)
                .mapToObj(i -> Samples.segment(name + i, Samples.WRONG, 0.1))
                .toList(),
            one.decision());
    EvaluationFacts few = Samples.evaluation(name, Collections.nCopies(100, output));
    EvaluationFacts evaluation =
        new EvaluationFacts(
            few.model(),
            few.against(),
            1,
            Collections.nCopies(1_000, few.counts().get(0)),
            Collections.nCopies(1_000, few.gates().get(0)),
            Collections.nCopies(1_000, name.repeat(100)),
            few.outputs());
    LogFacts log = new LogFacts(name, Collections.nCopies(10_000, name));
    byte[] page = Page.of(evaluation, Samples.model(name, 1_000, 10_000), log);
    assertThat(page.length).isLessThanOrEqualTo(Page.MOST);
    assertThat(text(page)).contains("This page has no room for the pictures of the last ");
    byte[] withoutModel = Page.of(evaluation, null, null);
    assertThat(withoutModel.length).isBetween(Page.MOST / 2, Page.MOST);
  }

  @Test
  void outputsWithoutLabels() {
    OutputFacts none =
        new OutputFacts(
            "y",
            0,
            Samples.RIGHT,
            Samples.LEVELS,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Samples.NO_LOOKS);
    assertThat(text(page(List.of(none)))).contains("0 labels").doesNotContain("<svg");
  }

  @Test
  void theLastDecisionsAreShown() {
    List<String> events = IntStream.rangeClosed(1, 100).mapToObj(i -> "event " + i).toList();
    assertThat(text(Page.of(null, Samples.model("m", 2, 2), new LogFacts("/models", events))))
        .contains("from the registry <bdi>/models</bdi>", "40 earlier events")
        .contains("<bdi>event 41</bdi>", "<bdi>event 100</bdi>")
        .doesNotContain("<bdi>event 40</bdi>");
  }

  @Test
  void aModelByItself() {
    assertThat(text(Page.of(null, Samples.model("m", 2, 200), null)))
        .contains("<title>The model m 1.0.0</title>", "<h1>The model <bdi>m 1.0.0</bdi></h1>")
        .contains(
            "Of 200 elements of parameters, 99 have an R-hat above 1.01 and 0 an ESS below 400.");
    assertThatThrownBy(() -> Page.of(null, null, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsNoEvaluation() {
    assertThatThrownBy(() -> Samples.output("y", Samples.RIGHT, List.of(1.0)))
        .hasMessage("The PIT of y must have 100 bins, but has 1");
  }
}
