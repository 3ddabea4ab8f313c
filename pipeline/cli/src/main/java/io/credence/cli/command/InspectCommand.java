package io.credence.cli.command;

import io.credence.beam.ModelRef;
import io.credence.cli.options.Arguments;
import io.credence.cli.options.ModelOptions;
import io.credence.folder.ModelException;
import io.credence.s3.S3Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;

/** {@code credence inspect}: says what a model is, and whether it verifies. */
public final class InspectCommand implements Command {

  @Override
  public ExitCode run(List<String> arguments, Console console) {
    List<String> problems = new ArrayList<>();
    ModelOptions options =
        Arguments.parse(ModelOptions.class, StoreArguments.prepare(arguments, problems), problems);
    if (options != null && options.getModel() == null) {
      problems.add("--model is required; credence help inspect explains it");
    }
    if (options != null) {
      S3Store.check(options, problems, options.getModel());
    }
    if (options == null || options.getModel() == null || !problems.isEmpty()) {
      console.problems(problems);
      return ExitCode.WRONG_REQUEST;
    }
    FileSystems.setDefaultPipelineOptions(options);
    return inspect(options.getModel(), console);
  }

  private static ExitCode inspect(String location, Console console) {
    try {
      ModelRef model = ModelRef.at(Locations.absolute(location));
      new ModelReport(model).print(console.out());
      return ExitCode.DONE;
    } catch (ModelException e) {
      console.problems(ModelCheck.lines(Locations.absolute(location), e));
    } catch (IOException | IllegalArgumentException e) {
      console.err().println("--model=" + location + ": can't be read: " + Failures.line(e));
    }
    return ExitCode.WRONG_REQUEST;
  }
}
