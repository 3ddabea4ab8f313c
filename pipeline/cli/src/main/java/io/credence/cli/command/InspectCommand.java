package io.credence.cli.command;

import io.credence.beam.ModelRef;
import io.credence.cli.options.ModelOptions;
import io.credence.cli.options.TrustOptions;
import io.credence.cli.report.ModelReport;
import io.credence.folder.ModelException;
import io.credence.problem.Problems;
import io.credence.s3.S3Store;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code credence inspect}: says what a model is, and whether it verifies. */
public final class InspectCommand implements Command {

  private static final String MODEL = "--model";

  @Override
  public String name() {
    return "inspect";
  }

  @Override
  public String summary() {
    return "says what a model is";
  }

  @Override
  public String usage() {
    return MODEL + "=FOLDER";
  }

  @Override
  public Class<ModelOptions> options() {
    return ModelOptions.class;
  }

  @Override
  public Map<ExitCode, String> exitCodes() {
    return Map.of(
        ExitCode.DONE, "the model can be used",
        ExitCode.JOB_FAILED, "the report can't be written",
        ExitCode.WRONG_REQUEST, "the model or the request is wrong");
  }

  @Override
  public ExitCode run(Request request, Console console) {
    Problems problems = request.problems();
    ModelOptions options =
        request.options(
            ModelOptions.class, (given, wrong) -> S3Store.check(given, wrong, given.getModel()));
    String model =
        options == null ? null : Required.option(name(), MODEL, options.getModel(), problems);
    return options == null || model == null || !problems.isEmpty()
        ? request.refuse(console)
        : inspect(model, options, console);
  }

  private static ExitCode inspect(String location, TrustOptions trust, Console console) {
    try {
      ModelRef model = ModelCheck.at(location, trust);
      console.report(ModelReport.of(model));
      return ExitCode.DONE;
    } catch (ModelException e) {
      return console.refuse(ModelCheck.lines(e));
    } catch (IOException | IllegalArgumentException e) {
      return console.refuse(
          List.of(MODEL + "=" + location + ": can't be read: " + Failures.line(e)));
    }
  }
}
