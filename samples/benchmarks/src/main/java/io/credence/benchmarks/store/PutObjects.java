package io.credence.benchmarks.store;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Puts files into a bucket, which is made if need be. */
public final class PutObjects {

  private static final int AT_ONCE = 16;
  private static final int CONFLICT = 409;

  private PutObjects() {}

  /**
   * Arguments: the endpoint of the store, a bucket, what names begin with, how many times each file
   * is put, and the files. Of more than one time, each object has its number in its name.
   */
  public static void main(String... arguments) throws Exception {
    String bucket = arguments[1];
    int copies = Integer.parseInt(arguments[3]);
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try (S3Client client = client(URI.create(arguments[0]))) {
      make(client, bucket);
      List<Future<?>> puts = new ArrayList<>();
      for (String name : List.of(arguments).subList(4, arguments.length)) {
        Path file = Path.of(name);
        RequestBody body =
            copies == 1
                ? RequestBody.fromFile(file)
                : RequestBody.fromBytes(Files.readAllBytes(file));
        for (int i = 0; i < copies; i++) {
          String key =
              arguments[2]
                  + (copies == 1 ? "" : String.format(Locale.ROOT, "%06d-", i))
                  + file.getFileName();
          puts.add(
              threads.submit(() -> client.putObject(put -> put.bucket(bucket).key(key), body)));
        }
      }
      for (Future<?> put : puts) {
        put.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static S3Client client(URI endpoint) {
    return S3Client.builder()
        .endpointOverride(endpoint)
        .forcePathStyle(true)
        .region(Region.US_EAST_1)
        .build();
  }

  private static void make(S3Client client, String bucket) {
    try {
      client.createBucket(request -> request.bucket(bucket));
    } catch (S3Exception e) {
      if (e.statusCode() != CONFLICT) {
        throw e;
      }
    }
  }
}
