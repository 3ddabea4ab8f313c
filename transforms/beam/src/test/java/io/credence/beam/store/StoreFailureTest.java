package io.credence.beam.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreFailureTest {

  private static final String IDS = ", Request ID: 4442587FB7D0A2F9, Extended Request ID: Vu/w=)";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Access Denied (Service: S3, Status Code: 403             | access is denied (Access Denied, 403)
          null (Service: S3, Status Code: 403                      | access is denied (403)
          null (Service: S3, Status Code: 404                      | there is no such object (404)
          The specified bucket does not exist (Service: S3, Status Code: 404 | there is no such bucket (The specified bucket does not exist, 404)
          The provided token has expired. (Service: S3, Status Code: 400 | the credentials have expired (The provided token has expired, 400)
          null (Service: S3, Status Code: 301                      | the bucket is in another region, which --s3Region must name (301)
          is wrong; expecting 'eu-west-1' (Service: S3, Status Code: 400 | the bucket is in the region eu-west-1 (400); --s3Region=eu-west-1 names it
          The operation is not valid for the object's storage class (Service: S3, Status Code: 403 | the object is archived; restore it first (The operation is not valid for the object's storage class, 403)
          The difference between the request time and the current time is too large. (Service: S3, Status Code: 403 | this machine's clock is wrong (The difference between the request time and the current time is too large, 403)
          User: u is not authorized to perform: sts:AssumeRole (Service: Sts, Status Code: 403 | Sts gives no credentials (User: u is not authorized to perform: sts:AssumeRole, 403)
          STS is not activated in this region (Service: Sts, Status Code: 403 | Sts gives no credentials (STS is not activated in this region, 403)
          Please reduce your request rate. (Service: S3, Status Code: 503 | the store asks to slow down, and did so to the last attempt (Please reduce your request rate, 503)
          """)
  void answersAreTold(String message, String line) {
    Exception failure = new RuntimeException("a.b.S3Exception: " + message + IDS);
    assertThat(StoreFailure.isKnown(failure)).isTrue();
    assertThat(StoreFailure.line(failure)).isEqualTo(line);
    assertThat(StoreFailure.line(new IOException(failure))).isEqualTo(line);
  }

  @Test
  void whatCameFromNoStoreIsToldAsItIs() {
    assertThat(StoreFailure.isKnown(new IOException("disk full"))).isFalse();
    assertThat(StoreFailure.line(new IOException("disk full"))).isEqualTo("disk full");
    assertThat(StoreFailure.line(new IOException())).isEqualTo("IOException");
  }
}
