package io.credence.cli.command;

import io.credence.cli.options.Arguments;
import io.credence.cli.options.VerifyOptions;
import io.credence.jobs.batch.Manifest;
import io.credence.jobs.batch.OutputFolders;
import io.credence.jobs.batch.ResultsCheck;
import io.credence.s3.S3Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.beam.sdk.io.FileSystems;

/** {@code credence verify}: compares the files of a batch's results with their manifest. */
public final class VerifyCommand implements Command {

  private static final String OPTION = "--output=";

  @Override
  public ExitCode run(List<String> arguments, Console console) {
    List<String> problems = new ArrayList<>();
    List<String> named =
        arguments.stream().map(each -> each.startsWith("-") ? each : OPTION + each).toList();
    VerifyOptions options =
        Arguments.parse(VerifyOptions.class, StoreArguments.prepare(named, problems), problems);
    String output =
        options == null
            ? null
            : Required.option("verify", "--output", options.getOutput(), problems);
    if (options != null) {
      S3Store.check(options, problems, output);
    }
    if (output == null || !problems.isEmpty()) {
      console.problems(problems);
      return ExitCode.WRONG_REQUEST;
    }
    FileSystems.setDefaultPipelineOptions(options);
    return verify(output, console);
  }

  private static ExitCode verify(String output, Console console) {
    String folder = Locations.absolute(output);
    OutputFolders folders =
        new OutputFolders(folder, OutputFolders.deadLettersBeneath(folder), "verify");
    Optional<Manifest> manifest;
    try {
      manifest = Manifest.find(folders.manifest());
    } catch (IOException | IllegalArgumentException e) {
      console.problems(
          List.of("%s: can't be read: %s".formatted(folders.manifest(), Failures.line(e))));
      return ExitCode.WRONG_REQUEST;
    }
    if (manifest.isEmpty()) {
      console.problems(
          List.of("--output=%s: holds no %s".formatted(output, OutputFolders.MANIFEST)));
      return ExitCode.WRONG_REQUEST;
    }
    return verify(folders, manifest.get(), console);
  }

  private static ExitCode verify(OutputFolders folders, Manifest manifest, Console console) {
    if (manifest.formatVersion() != Manifest.FORMAT) {
      console.problems(
          List.of(
              "%s: is of another version of Credence, and may lack what is compared; score again with --overwrite"
                  .formatted(folders.manifest())));
      return ExitCode.WRONG_REQUEST;
    }
    ResultsCheck check = new ResultsCheck(folders);
    try {
      check.run(manifest);
    } catch (IOException e) {
      console.problems(List.of("The results can't be verified: " + Failures.line(e)));
      return ExitCode.JOB_FAILED;
    }
    console.problems(check.problems());
    console
        .out()
        .println(
            String.format(
                Locale.ROOT,
                "%,d of %,d files are as the manifest says (%,d bytes)",
                check.right(),
                check.listed(),
                check.bytes()));
    return check.problems().isEmpty() ? ExitCode.DONE : ExitCode.JOB_FAILED;
  }
}
