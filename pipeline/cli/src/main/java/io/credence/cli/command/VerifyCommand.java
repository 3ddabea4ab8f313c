package io.credence.cli.command;

import io.credence.cli.options.VerifyOptions;
import io.credence.cli.report.VerifyReport;
import io.credence.jobs.sink.folder.Manifest;
import io.credence.jobs.sink.folder.ResultsCheck;
import io.credence.jobs.sink.folder.RunFolders;
import io.credence.problem.Problems;
import io.credence.s3.S3Store;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code credence verify}: compares the files of a batch's results with their manifest. */
public final class VerifyCommand implements Command {

  private static final String OUTPUT = "--output";

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public String summary() {
    return "compares results with their manifest";
  }

  @Override
  public String usage() {
    return "FOLDER";
  }

  @Override
  public Optional<String> operand() {
    return Optional.of(OUTPUT);
  }

  @Override
  public Class<VerifyOptions> options() {
    return VerifyOptions.class;
  }

  @Override
  public Map<ExitCode, String> exitCodes() {
    return Map.of(
        ExitCode.DONE, "all files are as the manifest says",
        ExitCode.JOB_FAILED, "some are not",
        ExitCode.WRONG_REQUEST, "there is nothing to compare them with");
  }

  @Override
  public ExitCode run(Request request, Console console) {
    Problems problems = request.problems();
    VerifyOptions options =
        request.options(
            VerifyOptions.class, (given, wrong) -> S3Store.check(given, wrong, given.getOutput()));
    String output =
        options == null ? null : Required.option(name(), OUTPUT, options.getOutput(), problems);
    return output == null || !problems.isEmpty()
        ? console.refuse(problems)
        : verify(output, console);
  }

  private static ExitCode verify(String output, Console console) {
    String folder = Locations.absolute(output);
    RunFolders folders = new RunFolders(folder, RunFolders.deadLettersBeneath(folder), "verify");
    Optional<Manifest> manifest;
    try {
      manifest = Manifest.find(folders.manifest());
    } catch (IOException | IllegalArgumentException e) {
      return console.refuse(
          List.of("%s: can't be read: %s".formatted(folders.manifest(), Failures.line(e))));
    }
    if (manifest.isEmpty()) {
      return console.refuse(
          List.of("%s=%s: holds no %s".formatted(OUTPUT, output, RunFolders.MANIFEST)));
    }
    if (manifest.get().formatVersion() != Manifest.FORMAT) {
      return console.refuse(
          List.of(
              "%s: is of another version of Credence, and may lack what is compared; score again with --overwrite"
                  .formatted(folders.manifest())));
    }
    return verify(folders, manifest.get(), console);
  }

  private static ExitCode verify(RunFolders folders, Manifest manifest, Console console) {
    ResultsCheck check = new ResultsCheck(folders);
    try {
      check.run(manifest);
    } catch (IOException e) {
      Failures.report("The results can't be verified: ", e, console);
      return ExitCode.JOB_FAILED;
    }
    console.problems(check.problems());
    console.report(
        new VerifyReport(folders.output(), check.listed(), check.right(), check.bytes()));
    return check.problems().isEmpty() ? ExitCode.DONE : ExitCode.JOB_FAILED;
  }
}
