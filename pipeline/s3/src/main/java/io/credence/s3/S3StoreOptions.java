package io.credence.s3;

import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** What is said of a store; it travels with a job to its workers. */
public interface S3StoreOptions extends PipelineOptions {

  /** Where a store answers that is not Amazon: http:// or https://, a host and a port. */
  @Nullable String getS3Endpoint();

  void setS3Endpoint(@Nullable String endpoint);

  /** The region of the buckets; null until it is found out where the job is submitted. */
  @Nullable String getS3Region();

  void setS3Region(@Nullable String region);

  /**
   * Whether buckets are named in the path of a request, and not in the name of the host; null for
   * what is usual: with an endpoint they are.
   */
  @Nullable Boolean getS3PathStyle();

  void setS3PathStyle(@Nullable Boolean pathStyle);
}
