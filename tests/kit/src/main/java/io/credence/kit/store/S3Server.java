package io.credence.kit.store;

import io.credence.kit.process.Checkout;
import io.credence.kit.process.Eventually;
import io.credence.kit.process.Jvm;
import io.credence.kit.process.ManagedProcess;
import io.credence.kit.process.ReservedPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A store that speaks S3: a process with a class path of its own, on this machine only. */
public final class S3Server implements AutoCloseable {

  public static final String KEY_ID = "reader-of-tests";
  public static final String SECRET = "a-secret-that-nobody-may-print";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path data;
  private final ReservedPorts ports;
  private final ManagedProcess process;
  private final S3Client client;

  private S3Server(Path folder, ReservedPorts ports, Jvm jvm) throws IOException {
    this.data = Files.createDirectories(folder.resolve("data").toAbsolutePath());
    this.ports = ports;
    this.process =
        ManagedProcess.start("s3", folder.resolve("s3.log"), command(jvm, config(folder)));
    this.client =
        S3Client.builder()
            .endpointOverride(endpoint())
            .forcePathStyle(true)
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY_ID, SECRET)))
            .build();
  }

  /** Starts a store for seconds with these buckets, whose names have at least three letters. */
  public static S3Server start(Path folder, String... buckets) throws IOException {
    return start(folder, Jvm.FOR_SECONDS, buckets);
  }

  /** The same as users run it for long. */
  public static S3Server startForLong(Path folder, String... buckets) throws IOException {
    return start(folder, Jvm.FOR_LONG, buckets);
  }

  private static S3Server start(Path folder, Jvm jvm, String... buckets) throws IOException {
    Files.createDirectories(folder);
    ReservedPorts ports = ReservedPorts.reserve();
    S3Server server = new S3Server(folder, ports, jvm);
    try {
      Eventually.await(
          "the store serves",
          PATIENCE,
          List.of(server.process),
          () -> server.process.text().contains("Started Server"));
      for (String bucket : buckets) {
        server.client.createBucket(request -> request.bucket(bucket));
      }
      return server;
    } catch (Throwable e) {
      server.close();
      throw e;
    }
  }

  private static List<String> command(Jvm jvm, Path config) {
    List<String> command = new ArrayList<>(List.of(Checkout.JAVA.toString()));
    command.addAll(jvm.options());
    command.add(jvm == Jvm.FOR_SECONDS ? "-Xmx256m" : "-Xmx1g");
    command.addAll(List.of("-cp", Checkout.S3 + "/*", "org.gaul.s3proxy.Main"));
    command.addAll(List.of("--properties", config.toString()));
    return command;
  }

  private Path config(Path folder) throws IOException {
    Properties entries = new Properties();
    entries.put("s3proxy.endpoint", endpoint().toString());
    entries.put("s3proxy.authorization", "aws-v2-or-v4");
    entries.put("s3proxy.identity", KEY_ID);
    entries.put("s3proxy.credential", SECRET);
    entries.put("s3proxy.ignore-unknown-headers", "true");
    entries.put("jclouds.provider", "filesystem-nio2");
    entries.put("jclouds.identity", "any");
    entries.put("jclouds.credential", "any");
    entries.put("jclouds.filesystem.basedir", data.toString());
    Path file = folder.resolve("s3.properties");
    try (var writer = Files.newBufferedWriter(file)) {
      entries.store(writer, null);
    }
    return file;
  }

  /** Where the objects of a bucket lie as files. */
  public Path files(String bucket) {
    return data.resolve(bucket);
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + ports.port(0));
  }

  /** What a process needs to be let in. */
  public static Map<String, String> credentials() {
    return Map.of("AWS_ACCESS_KEY_ID", KEY_ID, "AWS_SECRET_ACCESS_KEY", SECRET);
  }

  public void put(Path file, String bucket, String key) {
    client.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromFile(file));
  }

  /** All files of a folder, not of those beneath it. */
  public void putFolder(Path folder, String bucket, String prefix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        put(file, bucket, prefix + "/" + file.getFileName());
      }
    }
  }

  /**
   * The names of all objects of a bucket. Read from its files: while objects are deleted, the
   * server's own list fails now and then.
   */
  public List<String> keys(String bucket) throws IOException {
    Path root = files(bucket);
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).map(f -> root.relativize(f).toString()).toList();
    } catch (UncheckedIOException e) {
      return keys(bucket);
    }
  }

  /** Brings the objects whose names begin with a folder's into a local folder. */
  public void get(String bucket, String prefix, Path folder) throws IOException {
    for (String key : keys(bucket)) {
      if (key.startsWith(prefix + "/")) {
        Path file = folder.resolve(key.substring(prefix.length() + 1));
        Files.createDirectories(file.getParent());
        client.getObject(request -> request.bucket(bucket).key(key), file);
      }
    }
  }

  @Override
  public void close() {
    client.close();
    process.close();
    ports.close();
  }
}
