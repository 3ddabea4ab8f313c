package io.credence.streaming.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A checkout of Credence that was built, and the Java that runs this program.
 *
 * @param root its folder
 */
public record Installation(Path root) {

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  /** The launcher of the command line. */
  public Path launcher() {
    return root.resolve("credence");
  }

  /** The sample model of flights. */
  public Path flights() {
    return root.resolve("samples/flights");
  }

  /** What a Kafka installation has as libs/. */
  Path kafka() {
    return root.resolve("tests/kafka-distribution/target/lib");
  }

  /** A command that runs a program; its arguments are for the caller to add. */
  public List<String> java(String classPath, String program, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(JAVA.toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, program));
    return command;
  }
}
