package io.credence.cluster;

import java.nio.file.Path;

/** Where the build leaves what these tests run. Maven runs tests in the folder of their module. */
final class Paths {

  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  /** What a Flink installation has as lib/. */
  static final Path FLINK = ROOT.resolve("tests/flink-distribution/target/lib");

  /** What is submitted. */
  static final Path JOB_JAR = ROOT.resolve("runners/flink/target/credence-flink.jar");

  /** What a Kafka installation has as libs/. */
  static final Path KAFKA = ROOT.resolve("tests/kafka-distribution/target/lib");

  /** A server that speaks S3. */
  static final Path S3 = ROOT.resolve("tests/s3-distribution/target/lib");

  static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  static final Path KEYTOOL = Path.of(System.getProperty("java.home"), "bin", "keytool");

  private Paths() {}
}
