package io.credence.s3;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.core.retry.backoff.FullJitterBackoffStrategy;
import software.amazon.awssdk.http.apache.ApacheHttpClient;

/** How long clients wait for a store, how often they ask it again, and how many may ask at once. */
final class Patience {

  /** With the pauses below, half a minute of a store that always fails. */
  private static final int ATTEMPTS = 10;

  private static final Pattern WHOLE = Pattern.compile("[1-9]\\d{0,8}");

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration FIRST_PAUSE_WHEN_THROTTLED = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  /** More than there are threads that read or write at once. */
  private static final int CONNECTIONS = 256;

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final Duration FOR_A_FREE_CONNECTION = Duration.ofMinutes(2);

  private Patience() {}

  /** Of a batch that runs for hours, no attempt is saved: the client's budget of them is off. */
  static ClientOverrideConfiguration retries() {
    RetryPolicy policy =
        RetryPolicy.builder(RetryMode.STANDARD)
            .numRetries(attempts() - 1)
            .retryCapacityCondition(context -> true)
            .backoffStrategy(pauses(FIRST_PAUSE))
            .throttlingBackoffStrategy(pauses(FIRST_PAUSE_WHEN_THROTTLED))
            .build();
    return ClientOverrideConfiguration.builder().retryPolicy(policy).build();
  }

  /** The connections of a client. */
  static ApacheHttpClient.Builder connections() {
    return ApacheHttpClient.builder()
        .maxConnections(CONNECTIONS)
        .connectionTimeout(CONNECT)
        .socketTimeout(SILENCE)
        .connectionAcquisitionTimeout(FOR_A_FREE_CONNECTION)
        .tcpKeepAlive(true)
        // Its thread would outlive a job, and keep the job's classes. A connection that the
        // other side has closed is seen when it is taken again.
        .useIdleConnectionReaper(false);
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

  /**
   * Waits for a random time before what a store left undecided is asked again: those who ask at the
   * same moment come at different ones.
   *
   * @param attempt from 1
   */
  static void pause(int attempt) throws InterruptedIOException {
    long most = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(attempt, 16));
    try {
      TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(most));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted before a store was asked again");
    }
  }

  private static FullJitterBackoffStrategy pauses(Duration first) {
    return FullJitterBackoffStrategy.builder()
        .baseDelay(first)
        .maxBackoffTime(LONGEST_PAUSE)
        .build();
  }
}
