package io.credence.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CopyPartResult;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;
import software.amazon.awssdk.services.s3.model.UploadPartCopyResponse;

final class S3CopyTest {

  private static final long PART = 512L << 20;
  private static final S3Location FROM = new S3Location("bucket", "part");
  private static final S3Location TO = new S3Location("bucket", "whole");
  private static final S3Options OPTIONS = PipelineOptionsFactory.as(S3Options.class);

  private final Store store = new Store();

  @Test
  void asLargeAsAPartItIsOneRequest() throws Exception {
    copy(PART);
    assertThat(store.requests).containsExactly("copy part to whole");
  }

  @Test
  void aLargerOneIsCopiedInParts() throws Exception {
    copy(2 * PART + 1);
    assertThat(store.requests)
        .containsExactly(
            "create whole as application/x",
            "1: bytes=0-536870911",
            "2: bytes=536870912-1073741823",
            "3: bytes=1073741824-1073741824",
            "complete 1=tag1 2=tag2 3=tag3");
  }

  @Test
  void theLastOfWholePartsIsNotEmpty() throws Exception {
    copy(2 * PART);
    assertThat(store.requests).hasSize(4).contains("2: bytes=536870912-1073741823");
  }

  @Test
  void theLargestObjectHasAsManyPartsAsAStoreTakes() throws Exception {
    long largest = 5L << 40;
    copy(largest);
    assertThat(store.requests)
        .hasSize(10_000 + 2)
        .contains("1: bytes=0-549755813")
        .last(InstanceOfAssertFactories.STRING)
        .startsWith("complete 1=tag1");
    assertThat(store.requests.get(10_000)).startsWith("10000: ").endsWith("-" + (largest - 1));
  }

  @Test
  void partsOfWhatFailsAreGivenUp() {
    store.refused = 2;
    assertThatThrownBy(() -> copy(2 * PART + 1))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("s3://bucket/part -> s3://bucket/whole")
        .hasMessageContaining("slow down");
    assertThat(store.requests)
        .containsExactly("create whole as application/x", "1: bytes=0-536870911", "abort u");
  }

  private void copy(long bytes) throws IOException {
    new S3Copy(store, OPTIONS, FROM, TO, bytes).make();
  }

  /** Notes what it is asked, and copies nothing. */
  private static final class Store implements S3Client {

    private final List<String> requests = new ArrayList<>();
    private @Nullable Integer refused;

    @Override
    public CopyObjectResponse copyObject(CopyObjectRequest copy) {
      requests.add("copy " + copy.sourceKey() + " to " + copy.destinationKey());
      return CopyObjectResponse.builder().build();
    }

    @Override
    public HeadObjectResponse headObject(HeadObjectRequest head) {
      return HeadObjectResponse.builder().contentType("application/x").build();
    }

    @Override
    public CreateMultipartUploadResponse createMultipartUpload(
        CreateMultipartUploadRequest create) {
      requests.add("create " + create.key() + " as " + create.contentType());
      return CreateMultipartUploadResponse.builder().uploadId("u").build();
    }

    @Override
    public UploadPartCopyResponse uploadPartCopy(UploadPartCopyRequest part) {
      if (part.partNumber().equals(refused)) {
        throw S3Exception.builder().message("slow down").statusCode(503).build();
      }
      requests.add(part.partNumber() + ": " + part.copySourceRange());
      return UploadPartCopyResponse.builder()
          .copyPartResult(CopyPartResult.builder().eTag("tag" + part.partNumber()).build())
          .build();
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
        CompleteMultipartUploadRequest complete) {
      StringBuilder parts = new StringBuilder("complete");
      complete
          .multipartUpload()
          .parts()
          .forEach(part -> parts.append(" " + part.partNumber() + "=" + part.eTag()));
      requests.add(parts.toString());
      return CompleteMultipartUploadResponse.builder().build();
    }

    @Override
    public AbortMultipartUploadResponse abortMultipartUpload(AbortMultipartUploadRequest abort) {
      requests.add("abort " + abort.uploadId());
      return AbortMultipartUploadResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return "s3";
    }

    @Override
    public void close() {}
  }
}
