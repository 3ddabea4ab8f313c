package io.credence.cli.command;

import io.credence.cli.report.EvaluationReport;
import io.credence.jobs.evaluation.EvaluationDocument;
import io.credence.jobs.evaluation.EvaluationJob;
import io.credence.jobs.runner.RunningJob;
import java.io.IOException;
import org.apache.beam.sdk.PipelineResult.State;

/** Evaluates files into a folder. */
record FilesEvaluation(EvaluationJob job, Console console) implements JobWay {

  @Override
  public State await(RunningJob running) {
    return Progress.await(running, job.source().rows(), console);
  }

  @Override
  public ExitCode end(State state, RunningJob running, double seconds) throws IOException {
    if (state != State.DONE) {
      throw new IllegalStateException("The runner left the job as " + state);
    }
    String folder = job.files().folder();
    EvaluationDocument document =
        job.files()
            .document()
            .orElseThrow(
                () -> new IOException(folder + ": the job succeeded, but its result is not here"));
    console.report(new EvaluationReport(folder, document));
    return document.passed() ? ExitCode.DONE : ExitCode.GATE_NOT_MET;
  }
}
