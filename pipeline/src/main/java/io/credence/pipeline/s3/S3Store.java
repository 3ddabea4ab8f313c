package io.credence.pipeline.s3;

import io.credence.beam.store.StoreFailure;
import io.credence.pipeline.options.StoreOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.aws2.options.AwsOptions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/** What a command does for locations of S3 before it touches any. */
public final class S3Store {

  private static final String PREFIX = S3Location.SCHEME + "://";

  /** Such a part is held in memory for each file that is being written; 10,000 make an object. */
  private static final int PART_BYTES = 8 << 20;

  private S3Store() {}

  /**
   * Adds the settings that objects of S3 want, unless the user asks for others.
   *
   * @param problems receives a line for each option that can't be had, which is taken out
   */
  public static List<String> prepare(List<String> arguments, List<String> problems) {
    S3Arguments prepared = new S3Arguments(arguments);
    prepared.refuseSecrets(problems);
    prepared.rename("--endpoint", "--s3Endpoint");
    prepared.rename("--awsRegion", "--s3Region");
    // Beam hands its options to it, by which S3Clients knows those of our own clients.
    prepared.set("--s3ClientFactoryClass", S3Clients.class.getName(), problems);
    prepared.addUnlessGiven("--s3UploadBufferSizeBytes", Integer.toString(PART_BYTES));
    return prepared.all();
  }

  /** Whether a location is one of S3. */
  public static boolean isMeant(@Nullable String location) {
    return location != null && location.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
  }

  /** Whether the store is named by an address at which each machine finds only itself. */
  public static boolean isAtLoopback(StoreOptions options) {
    String endpoint = options.getS3Endpoint();
    return endpoint != null && Endpoint.isLoopback(endpoint);
  }

  /**
   * Looks at the form of all settings and locations of S3, and finds out region and credentials if
   * one of the locations is of S3. The region then travels with the job; credentials never do.
   *
   * @param problems receives a line for each thing that is wrong or absent
   */
  public static void check(
      StoreOptions options, List<String> problems, @Nullable String... locations) {
    List<String> meant = Stream.of(locations).filter(S3Store::isMeant).distinct().toList();
    List<String> wrong = new ArrayList<>(S3Settings.problems(options));
    meant.forEach(location -> S3Location.problem(location).ifPresent(wrong::add));
    problems.addAll(wrong);
    if (wrong.isEmpty() && !meant.isEmpty()) {
      checkStore(options, problems);
    }
  }

  private static void checkStore(StoreOptions options, List<String> problems) {
    String endpoint = options.getS3Endpoint();
    if (endpoint != null) {
      Optional<String> wrong = Endpoint.problem(endpoint, options);
      if (wrong.isPresent()) {
        problems.add("--s3Endpoint=" + endpoint + ": " + wrong.get());
        return;
      }
    }
    try {
      if (options.getS3Region() == null) {
        options.setS3Region(region(endpoint).id());
      }
      options.as(AwsOptions.class).getAwsCredentialsProvider().resolveCredentials();
    } catch (RuntimeException e) {
      // Profiles that can't be read, and services that are asked for a role, have their own kinds.
      problems.add("S3: " + StoreFailure.line(e));
    }
  }

  /** Other stores than Amazon's want some region in a signature, mostly any. */
  private static Region region(@Nullable String endpoint) {
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
}
