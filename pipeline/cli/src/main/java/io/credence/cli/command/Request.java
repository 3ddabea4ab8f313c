package io.credence.cli.command;

import io.credence.cli.options.Arguments;
import io.credence.cli.options.ModelOptions;
import io.credence.jobs.runner.GivenArguments;
import io.credence.problem.Problems;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.jspecify.annotations.Nullable;

/** What was asked of a command, and what is wrong with it. */
public final class Request {

  private final GivenArguments arguments;
  private final Problems problems = new Problems();

  private Request(GivenArguments arguments) {
    this.arguments = arguments;
  }

  /**
   * A request as it was typed, with the settings that stores want.
   *
   * @param arguments what stood behind the name of the command
   */
  static Request of(Command command, List<String> arguments) {
    Request request = new Request(new GivenArguments(named(command, arguments)));
    StoreArguments.prepare(request.arguments, request.problems);
    return request;
  }

  private static List<String> named(Command command, List<String> arguments) {
    return command
        .operand()
        .map(
            option ->
                arguments.stream()
                    .map(each -> each.startsWith("-") ? each : option + "=" + each)
                    .toList())
        .orElse(arguments);
  }

  /** As they were typed, and additions. */
  GivenArguments arguments() {
    return arguments;
  }

  /** A line for each fault, to which more may be added. */
  Problems problems() {
    return problems;
  }

  /** The options that the arguments mean; null when one is wrong, which is reported. */
  <O extends PipelineOptions> @Nullable O options(Class<O> type) {
    return Arguments.parse(type, arguments.all(), problems);
  }

  /**
   * Refuses the request, and says what is wrong with its model as well: it can be looked at, where
   * it is a folder of this machine, whatever is wrong with other options.
   */
  ExitCode refuse(Console console) {
    ModelOptions options = Arguments.sound(ModelOptions.class, arguments.all());
    String model = options == null ? null : options.getModel();
    if (model != null && Locations.isOfThisMachine(model)) {
      // The disk of this machine needs none of the options that may be wrong.
      FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
      ModelCheck.look(model, problems);
    }
    return console.refuse(problems);
  }
}
