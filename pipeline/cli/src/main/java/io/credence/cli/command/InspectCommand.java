package io.credence.cli.command;

import io.credence.beam.ModelRef;
import io.credence.cli.options.ModelOptions;
import io.credence.cli.report.ModelReport;
import io.credence.folder.ModelException;
import io.credence.problem.Problems;
import io.credence.s3.S3Store;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.io.FileSystems;

/** {@code credence inspect}: says what a model is, and whether it verifies. */
public final class InspectCommand implements Command {

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
    return "--model=FOLDER";
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
    ModelOptions options = request.options(ModelOptions.class);
    if (options == null) {
      return request.refuse(console);
    }
    String model = Required.option(name(), "--model", options.getModel(), problems);
    S3Store.check(options, problems, model);
    if (model == null || !problems.isEmpty()) {
      return console.refuse(problems);
    }
    FileSystems.setDefaultPipelineOptions(options);
    return inspect(model, console);
  }

  private static ExitCode inspect(String location, Console console) {
    try {
      ModelRef model = ModelRef.at(Locations.absolute(location));
      console.report(ModelReport.of(model));
      return ExitCode.DONE;
    } catch (ModelException e) {
      return console.refuse(ModelCheck.lines(Locations.absolute(location), e));
    } catch (IOException | IllegalArgumentException e) {
      return console.refuse(
          List.of("--model=" + location + ": can't be read: " + Failures.line(e)));
    }
  }
}
