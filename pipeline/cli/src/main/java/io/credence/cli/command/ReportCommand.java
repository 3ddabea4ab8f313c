package io.credence.cli.command;

import io.credence.beam.ModelRef;
import io.credence.cli.options.PageOptions;
import io.credence.cli.options.ReportOptions;
import io.credence.cli.options.TrustOptions;
import io.credence.cli.report.EvaluationPage;
import io.credence.cli.report.ModelPage;
import io.credence.cli.report.ModelReport;
import io.credence.cli.report.OwnFile;
import io.credence.cli.report.PageReport;
import io.credence.jobs.evaluation.EvaluationDocument;
import io.credence.jobs.evaluation.EvaluationFiles;
import io.credence.page.Page;
import io.credence.page.facts.EvaluationFacts;
import io.credence.page.facts.LogFacts;
import io.credence.page.facts.ModelFacts;
import io.credence.page.facts.ModelId;
import io.credence.page.facts.SegmentFacts;
import io.credence.problem.Problems;
import io.credence.s3.S3Store;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code credence report}: makes a page with pictures of an evaluation, of a model, or of both. */
public final class ReportCommand implements Command {

  private static final String EVALUATION = "--evaluation";
  private static final String OUTPUT = "--output";

  @Override
  public String name() {
    return "report";
  }

  @Override
  public String summary() {
    return "makes a page with pictures";
  }

  @Override
  public String usage() {
    return "EVALUATION_FOLDER --output=FILE.html [--model=FOLDER]";
  }

  @Override
  public List<String> remarks() {
    return List.of("Without an evaluation, --model=FOLDER shows the model alone.");
  }

  @Override
  public Optional<String> operand() {
    return Optional.of(EVALUATION);
  }

  @Override
  public Class<PageOptions> options() {
    return PageOptions.class;
  }

  @Override
  public Map<ExitCode, String> exitCodes() {
    return Map.of(
        ExitCode.DONE, "the page is written, whatever it says",
        ExitCode.JOB_FAILED, "it can't be written",
        ExitCode.WRONG_REQUEST, "there is nothing to show, or the request is wrong");
  }

  @Override
  public ExitCode run(Request request, Console console) {
    Problems problems = request.problems();
    PageOptions options =
        request.options(
            PageOptions.class,
            (given, wrong) ->
                S3Store.check(
                    given, wrong, given.getEvaluation(), given.getModel(), given.getRegistry()));
    OwnFile page = options == null ? null : page(options, problems);
    if (options == null || page == null || !problems.isEmpty()) {
      return console.refuse(problems);
    }
    EvaluationFacts evaluation = evaluation(options.getEvaluation(), problems);
    ModelFacts model = model(options.getModel(), options, problems);
    requireSame(evaluation, model, problems);
    LogFacts log = log(options.getRegistry(), evaluation, model, problems);
    if (!problems.isEmpty()) {
      return console.refuse(problems);
    }
    byte[] content = Page.of(evaluation, model, log);
    return write(content, options, page, console);
  }

  /** Of the model that is shown, unless it could not be read. */
  private static @Nullable LogFacts log(
      @Nullable String registry,
      @Nullable EvaluationFacts evaluation,
      @Nullable ModelFacts model,
      Problems problems) {
    ModelId shown = evaluation != null ? evaluation.model() : model != null ? model.model() : null;
    return shown == null ? null : LoggedDecisions.of(registry, shown.name(), problems);
  }

  private @Nullable OwnFile page(PageOptions options, Problems problems) {
    String output = Required.option(name(), OUTPUT, options.getOutput(), problems);
    OwnFile page = output == null ? null : OwnFile.at(OwnFile.Kind.PAGE, OUTPUT, output, problems);
    if (options.getEvaluation() == null && options.getModel() == null) {
      problems.add(
          "--evaluation or --model is required; credence help %s explains them".formatted(name()));
    }
    if (page != null && page.equals(jsonFile(options.getJson()))) {
      problems.add("--output and --json name the same file");
    }
    return page;
  }

  /** Its own problems were reported before. */
  private static @Nullable OwnFile jsonFile(@Nullable String json) {
    return json == null
        ? null
        : OwnFile.at(OwnFile.Kind.REPORT, ReportOptions.JSON, json, new Problems());
  }

  private static @Nullable EvaluationFacts evaluation(@Nullable String folder, Problems problems) {
    if (folder == null) {
      return null;
    }
    EvaluationFiles files = new EvaluationFiles(Locations.absolute(folder));
    try {
      EvaluationDocument document = files.document().orElse(null);
      if (document != null) {
        return EvaluationPage.of(
            document, files.segments(SegmentFacts.figures(document.request().levels())));
      }
      problems.add(
          "%s=%s: holds no %s; credence evaluate writes one"
              .formatted(EVALUATION, folder, EvaluationFiles.DOCUMENT));
    } catch (IOException | IllegalArgumentException e) {
      problems.add("%s=%s: can't be read: %s".formatted(EVALUATION, folder, Failures.line(e)));
    }
    return null;
  }

  private static @Nullable ModelFacts model(
      @Nullable String folder, TrustOptions trust, Problems problems) {
    ModelRef model = folder == null ? null : ModelCheck.look(folder, trust, problems);
    return model == null ? null : ModelPage.of(ModelReport.of(model));
  }

  private static void requireSame(
      @Nullable EvaluationFacts evaluation, @Nullable ModelFacts model, Problems problems) {
    if (evaluation != null
        && model != null
        && !evaluation.model().digest().equals(model.model().digest())) {
      problems.add(
          "--model: has the digest %s, but the evaluation is of %s; name the model that was evaluated"
              .formatted(model.model().digest(), evaluation.model().digest()));
    }
  }

  private static ExitCode write(
      byte[] content, PageOptions options, OwnFile page, Console console) {
    try {
      page.write(content);
    } catch (IOException e) {
      Failures.report("%s=%s: can't be written: ".formatted(OUTPUT, page.file()), e, console);
      return ExitCode.JOB_FAILED;
    }
    console.report(
        new PageReport(
            page.file().toString(),
            content.length,
            options.getEvaluation(),
            options.getModel(),
            options.getRegistry()));
    return ExitCode.DONE;
  }
}
