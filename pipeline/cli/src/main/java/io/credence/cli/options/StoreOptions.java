package io.credence.cli.options;

import io.credence.s3.S3StoreOptions;
import org.apache.beam.sdk.options.Description;
import org.jspecify.annotations.Nullable;

/** The options of every command that reads or writes objects of S3. */
public interface StoreOptions extends S3StoreOptions {

  @Description(
      "Where a store answers that speaks Amazon's S3, such as MinIO or Ceph. Without one it is"
          + " Amazon itself.")
  @Explained(
      order = 101,
      byDefault = "Amazon's, of the region",
      range = "http:// or https://, a host and a port",
      example = "--s3Endpoint=https://minio.example.com:9000")
  @Override
  @Nullable String getS3Endpoint();

  @Description("The region of the buckets.")
  @Explained(
      order = 102,
      byDefault =
          "that of AWS_REGION, of the profile or of the machine; us-east-1 with an endpoint",
      range = "a region of Amazon's, or what the store calls one",
      example = "--s3Region=eu-central-1")
  @Override
  @Nullable String getS3Region();

  @Description(
      "Name buckets in the path of a request and not in the name of the host, for which not every"
          + " store has its own name in the DNS.")
  @Explained(
      order = 103,
      byDefault = "true with an endpoint, false without",
      range = "true or false",
      example = "--s3PathStyle=false")
  @Override
  @Nullable Boolean getS3PathStyle();
}
