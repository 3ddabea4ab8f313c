package io.credence.kit.process;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Optional;

/** The checkout that this class was built in, and what the build has left there to be run. */
public final class Checkout {

  public static final Path ROOT = root();

  /** The launcher of the command line. */
  public static final Path LAUNCHER = ROOT.resolve("credence");

  /** The sample model of flights. */
  public static final Path FLIGHTS = ROOT.resolve("samples/flights");

  /** What a Flink installation has as lib/. */
  public static final Path FLINK = ROOT.resolve("tests/flink-distribution/target/lib");

  /** What is submitted. */
  public static final Path JOB_JAR = ROOT.resolve("runners/flink/target/credence-flink.jar");

  /** What answers over HTTP. */
  public static final Path SERVER_JAR = ROOT.resolve("runners/server/target/credence-server.jar");

  /** What a Kafka installation has as libs/. */
  public static final Path KAFKA = ROOT.resolve("tests/kafka-distribution/target/lib");

  /** A server that speaks S3. */
  public static final Path S3 = ROOT.resolve("tests/s3-distribution/target/lib");

  public static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  public static final Path KEYTOOL = Path.of(System.getProperty("java.home"), "bin", "keytool");

  private Checkout() {}

  /** Our classes are in tests/kit/target, in a folder or in a jar. */
  private static Path root() {
    Path classes =
        Optional.of(Checkout.class.getProtectionDomain())
            .map(ProtectionDomain::getCodeSource)
            .map(CodeSource::getLocation)
            .map(
                location -> {
                  try {
                    return Path.of(location.toURI());
                  } catch (URISyntaxException e) {
                    throw new IllegalStateException(e);
                  }
                })
            .orElseThrow();
    return classes.resolve("../../../..").normalize();
  }
}
