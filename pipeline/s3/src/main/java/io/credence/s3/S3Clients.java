package io.credence.s3;

import static java.time.Duration.ofMillis;

import java.io.IOException;
import java.util.function.Consumer;
import org.apache.beam.sdk.io.aws2.common.HttpClientConfiguration;
import org.apache.beam.sdk.io.aws2.options.S3ClientBuilderFactory;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.io.aws2.s3.DefaultS3ClientBuilderFactory;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache.ProxyConfiguration;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * Makes the clients of a JVM, on this machine and on workers, from options that travel with a job.
 * Credentials are no such options: each machine finds its own, in the way that Amazon's clients do.
 *
 * <p>Used in place of {@link DefaultS3ClientBuilderFactory}, which looks for a region even where
 * nothing is read from S3, and asks the network for it.
 */
public final class S3Clients implements S3ClientBuilderFactory {

  private static @Nullable S3Options latest;
  private static @Nullable S3Client current;

  /** Beam asks for one whenever it is given options; those are then the options of the JVM. */
  @Override
  public S3ClientBuilder createBuilder(S3Options options) {
    remember(options);
    return builder(options);
  }

  private static synchronized void remember(S3Options options) {
    if (latest == null || latest.getOptionsId() != options.getOptionsId()) {
      current = null;
    }
    latest = options;
  }

  /** The client of this JVM, by the options that Beam's file systems were given last. */
  static synchronized S3Client current() {
    if (current == null) {
      current = builder(options()).build();
    }
    return current;
  }

  static synchronized S3Options options() {
    if (latest == null) {
      throw new IllegalStateException("Beam's file systems were given no options yet");
    }
    return latest;
  }

  /**
   * A small object that is to be written.
   *
   * @throws IOException when there is no client, such as without a region
   */
  static S3Put put(S3Location location, byte[] content) throws IOException {
    return new S3Put(current(location), S3Clients::settings, location, content);
  }

  /** As {@link #current()}, for what is done at a location. */
  static S3Client current(S3Location location) throws IOException {
    try {
      return current();
    } catch (SdkException e) {
      throw S3Failures.at(location, e);
    }
  }

  /** How the options want objects to be kept. */
  static void settings(PutObjectRequest.Builder request) {
    S3Options options = options();
    request
        .storageClass(options.getS3StorageClass())
        .serverSideEncryption(options.getSSEAlgorithm())
        .ssekmsKeyId(options.getSSEKMSKeyId());
  }

  /** Where the options say that the store is. */
  static S3Place place(S3StoreOptions options) {
    return new S3Place(options.getS3Endpoint(), options.getS3Region(), options.getS3PathStyle());
  }

  private static S3ClientBuilder builder(S3Options options) {
    return place(options.as(S3StoreOptions.class))
        .put(
            S3Client.builder()
                .credentialsProvider(options.getAwsCredentialsProvider())
                .httpClientBuilder(http(options))
                .overrideConfiguration(Patience.retries()));
  }

  private static ApacheHttpClient.Builder http(S3Options options) {
    ApacheHttpClient.Builder http = Patience.connections();
    HttpClientConfiguration wishes = options.getHttpClientConfiguration();
    if (wishes != null) {
      apply(wishes, http);
    }
    ProxyConfiguration proxy = options.getProxyConfiguration();
    return proxy == null ? http : http.proxyConfiguration(proxy);
  }

  /** Of what Beam has an option for, all that this kind of client knows. */
  private static void apply(HttpClientConfiguration wishes, ApacheHttpClient.Builder http) {
    ifGiven(wishes.maxConnections(), http::maxConnections);
    ifGiven(wishes.connectionTimeout(), millis -> http.connectionTimeout(ofMillis(millis)));
    ifGiven(wishes.socketTimeout(), millis -> http.socketTimeout(ofMillis(millis)));
    ifGiven(wishes.connectionMaxIdleTime(), ms -> http.connectionMaxIdleTime(ofMillis(ms)));
    ifGiven(wishes.connectionTimeToLive(), ms -> http.connectionTimeToLive(ofMillis(ms)));
    ifGiven(
        wishes.connectionAcquisitionTimeout(),
        millis -> http.connectionAcquisitionTimeout(ofMillis(millis)));
  }

  private static void ifGiven(@Nullable Integer wish, Consumer<Integer> setting) {
    if (wish != null) {
      setting.accept(wish);
    }
  }
}
