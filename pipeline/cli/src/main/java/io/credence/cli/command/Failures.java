package io.credence.cli.command;

import io.credence.beam.store.StoreFailure;
import io.credence.kafka.KafkaFailures;
import io.credence.kafka.TopicGoneException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.ExecutionException;
import org.apache.beam.sdk.Pipeline.PipelineExecutionException;
import org.apache.beam.sdk.util.UserCodeException;

/** Says in one line why something failed: what the innermost cause that speaks has to say. */
final class Failures {

  /** Shows where something failed, to those who look for the cause in Credence itself. */
  static final String DEBUG_PROPERTY = "credence.debug";

  /** Flink's exceptions name the part of Flink in which something failed. */
  private static final String FLINK = "org.apache.flink.";

  private Failures() {}

  /** Reports a failure in one line; with its stack trace when that is asked for. */
  static void report(String what, Throwable failure, Console console) {
    console.problem(what + line(failure));
    trace(failure, console);
  }

  /** The stack trace of a failure, when it is asked for. */
  static void trace(Throwable failure, Console console) {
    if (Boolean.getBoolean(DEBUG_PROPERTY)) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      trace.toString().lines().forEach(console.err()::println);
    }
  }

  static String line(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && wraps(cause)) {
      cause = cause.getCause();
    }
    return StoreFailure.isKnown(cause)
        ? StoreFailure.line(cause)
        : describe(cause).replaceAll("\\s*\\R\\s*", " ");
  }

  /** Libraries wrap what happened to a file in exceptions that do not tell what happened. */
  private static boolean wraps(Throwable failure) {
    return failure instanceof PipelineExecutionException
        || failure instanceof UserCodeException
        || failure instanceof ExecutionException
        || failure.getMessage() == null
        || failure.getClass().getName().startsWith(FLINK)
        || failure.getClass() == RuntimeException.class
        || failure.getClass() == Error.class
        || KafkaFailures.isWrapper(failure)
        || failure.getMessage().equals(String.valueOf(failure.getCause()))
        || (failure instanceof RuntimeException
            && (failure.getCause() instanceof IOException || failure.getCause() instanceof Error));
  }

  private static String describe(Throwable failure) {
    if (failure instanceof Error error) {
      return JavaErrors.describe(error);
    }
    if (failure instanceof FileSystemException file) {
      return describe(file);
    }
    String message = failure.getMessage();
    if (message == null) {
      return failure.getClass().getSimpleName();
    }
    return failure instanceof IOException
            || failure instanceof IllegalArgumentException
            || failure instanceof TopicGoneException
        ? message
        : failure.getClass().getSimpleName() + ": " + message;
  }

  /** The messages of some are bare file names. */
  private static String describe(FileSystemException failure) {
    if (failure instanceof AccessDeniedException) {
      return failure.getFile() + ": permission denied";
    }
    if (failure instanceof NoSuchFileException) {
      return failure.getFile() + ": no such file or folder";
    }
    return failure.getReason() == null
        ? failure.getFile() + ": " + failure.getClass().getSimpleName()
        : String.valueOf(failure.getMessage());
  }
}
