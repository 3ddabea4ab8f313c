package io.credence.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.credence.problem.Problems;
import java.util.function.Supplier;
import org.apache.beam.sdk.io.aws2.options.AwsOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3StoreTest {

  private final S3StoreOptions options = PipelineOptionsFactory.as(S3StoreOptions.class);

  @BeforeEach
  void region() {
    options.setS3Region("eu-west-1");
  }

  private Problems check(RuntimeException failure, String location) {
    Supplier<RuntimeException> why = () -> failure;
    options
        .as(AwsOptions.class)
        .setAwsCredentialsProvider(
            () -> {
              throw why.get();
            });
    Problems problems = new Problems();
    S3Store.check(options, problems, null, location);
    return problems;
  }

  @Test
  void aRoleThatMayNotBeAssumed() {
    RuntimeException denied =
        S3Exception.builder()
            .message(
                "User: u is not authorized to perform: sts:AssumeRole (Service: Sts, Status Code: 403, Request ID: 0b7d)")
            .build();
    assertThat(check(denied, "s3://bucket/key"))
        .containsExactly(
            "S3: Sts gives no credentials (User: u is not authorized to perform: sts:AssumeRole, 403)");
  }

  @Test
  void aProfileThatIsHalf() {
    assertThat(check(new IllegalArgumentException("'key' was not configured for 'p'."), "S3://b/k"))
        .containsExactly("S3: 'key' was not configured for 'p'.");
  }

  @Test
  void nothingIsAskedWithoutS3() {
    assertThat(check(new IllegalStateException("asked"), "/disk/s3://b")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:9000, true",
    "https://LOCALHOST, true",
    "http://127.0.0.1:9000, true",
    "http://127.1.2.3, true",
    "http://[::1]:9000, true",
    "http://[0:0:0:0:0:0:0:1], true",
    "http://minio:9000, false",
    "http://127.0.0.1.example.com, false",
    "http://[fe80::1]:9000, false"
  })
  void someAddressesAreEachMachineItself(String endpoint, boolean loopback) {
    options.setS3Endpoint(endpoint);
    assertThat(S3Store.isAtLoopback(options)).isEqualTo(loopback);
  }
}
