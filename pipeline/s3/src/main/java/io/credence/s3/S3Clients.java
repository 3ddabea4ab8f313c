package io.credence.s3;

import static java.time.Duration.ofMillis;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.aws2.common.HttpClientConfiguration;
import org.apache.beam.sdk.io.aws2.options.S3ClientBuilderFactory;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.io.aws2.s3.DefaultS3ClientBuilderFactory;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.core.retry.backoff.FullJitterBackoffStrategy;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache.ProxyConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * Makes the clients of a JVM, on this machine and on workers, from options that travel with a job.
 * Credentials are no such options: each machine finds its own, in the way that Amazon's clients do.
 *
 * <p>Used in place of {@link DefaultS3ClientBuilderFactory}, which looks for a region even where
 * nothing is read from S3, and asks the network for it.
 */
public final class S3Clients implements S3ClientBuilderFactory {

  /** With the pauses below, half a minute of a store that always fails. */
  private static final int ATTEMPTS = 10;

  private static final Pattern WHOLE = Pattern.compile("[1-9]\\d{0,8}");

  private static final Duration FIRST_PAUSE = ofMillis(100);
  private static final Duration FIRST_PAUSE_WHEN_THROTTLED = ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  /** More than there are threads that read or write at once. */
  private static final int CONNECTIONS = 256;

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final Duration FOR_A_FREE_CONNECTION = Duration.ofMinutes(2);

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

  private static S3ClientBuilder builder(S3Options options) {
    S3StoreOptions ours = options.as(S3StoreOptions.class);
    S3ClientBuilder builder =
        S3Client.builder()
            .credentialsProvider(options.getAwsCredentialsProvider())
            .httpClientBuilder(http(options))
            .overrideConfiguration(
                ClientOverrideConfiguration.builder().retryPolicy(patience()).build());
    String region = ours.getS3Region();
    if (region != null) {
      builder.region(Region.of(region));
    }
    String endpoint = ours.getS3Endpoint();
    if (endpoint != null) {
      builder.endpointOverride(URI.create(endpoint));
    }
    Boolean pathStyle = ours.getS3PathStyle();
    return builder.forcePathStyle(pathStyle == null ? endpoint != null : pathStyle);
  }

  private static ApacheHttpClient.Builder http(S3Options options) {
    ApacheHttpClient.Builder http =
        ApacheHttpClient.builder()
            .maxConnections(CONNECTIONS)
            .connectionTimeout(CONNECT)
            .socketTimeout(SILENCE)
            .connectionAcquisitionTimeout(FOR_A_FREE_CONNECTION)
            .tcpKeepAlive(true)
            // Its thread would outlive a job, and keep the job's classes. A connection that the
            // other side has closed is seen when it is taken again.
            .useIdleConnectionReaper(false);
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

  /** Of a batch that runs for hours, no attempt is saved: the client's budget of them is off. */
  private static RetryPolicy patience() {
    int attempts = attempts();
    return RetryPolicy.builder(RetryMode.STANDARD)
        .numRetries(attempts - 1)
        .retryCapacityCondition(context -> true)
        .backoffStrategy(pauses(FIRST_PAUSE))
        .throttlingBackoffStrategy(pauses(FIRST_PAUSE_WHEN_THROTTLED))
        .build();
  }

  /**
   * How often a request is made before it fails.
   *
   * @throws IllegalArgumentException if the machine's environment says what is no such number; the
   *     client would not tell which of its settings that is
   */
  static int attempts() {
    Optional<String> wish = SdkSystemSetting.AWS_MAX_ATTEMPTS.getStringValue();
    if (wish.isEmpty()) {
      return ATTEMPTS;
    }
    if (!WHOLE.matcher(wish.get()).matches()) {
      throw new IllegalArgumentException(
          "AWS_MAX_ATTEMPTS=%s: must be a whole number, at least 1".formatted(wish.get()));
    }
    return Integer.parseInt(wish.get());
  }

  private static FullJitterBackoffStrategy pauses(Duration first) {
    return FullJitterBackoffStrategy.builder()
        .baseDelay(first)
        .maxBackoffTime(LONGEST_PAUSE)
        .build();
  }
}
