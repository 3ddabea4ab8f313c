package io.credence.s3;

import io.credence.problem.Problems;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * Where a store is that speaks Amazon's S3.
 *
 * @param endpoint its address; null for Amazon's own, of the region
 * @param region of the buckets; null where it is to be found out
 * @param pathStyle whether buckets are named in the path of a request; null for what is usual: with
 *     an endpoint they are
 */
public record S3Place(
    @Nullable String endpoint, @Nullable String region, @Nullable Boolean pathStyle) {

  /** A line for each setting that can't be, found out without a connection. */
  Problems problems() {
    Problems problems = new Problems();
    // Amazon's regions become part of a host's name; what other stores call theirs does not.
    String form = endpoint == null ? "[A-Za-z0-9-]+" : "\\S+";
    if (region != null && !region.matches(form)) {
      problems.add(
          "--s3Region=%s: must be a region of Amazon's, or what the store calls one"
              .formatted(region));
    }
    if (endpoint != null && !Endpoint.isOne(endpoint)) {
      problems.add(
          "--s3Endpoint=%s: must be http:// or https://, a host and a port".formatted(endpoint));
    }
    return problems;
  }

  /** Why no server answers at the endpoint; empty when one does, or when the store is Amazon's. */
  Optional<String> silence() {
    return endpoint == null
        ? Optional.empty()
        : Endpoint.problem(endpoint).map(wrong -> "--s3Endpoint=" + endpoint + ": " + wrong);
  }

  /**
   * The region that is named, or else that of this machine. Other stores than Amazon's want some
   * region in a signature, mostly any.
   *
   * @throws SdkClientException when none is known
   */
  Region knownRegion() {
    if (region != null) {
      return Region.of(region);
    }
    if (endpoint == null) {
      return new DefaultAwsRegionProviderChain().getRegion();
    }
    AwsRegionProvider configured =
        new AwsRegionProviderChain(
            new SystemSettingsRegionProvider(), new AwsProfileRegionProvider());
    try {
      return configured.getRegion();
    } catch (SdkClientException e) {
      return Region.US_EAST_1;
    }
  }

  /** Lets a client look for the store here. */
  S3ClientBuilder put(S3ClientBuilder client) {
    if (region != null) {
      client.region(Region.of(region));
    }
    if (endpoint != null) {
      client.endpointOverride(URI.create(endpoint));
    }
    return client.forcePathStyle(pathStyle == null ? endpoint != null : pathStyle);
  }
}
