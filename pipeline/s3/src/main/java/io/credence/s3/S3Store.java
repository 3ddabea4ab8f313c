package io.credence.s3;

import io.credence.beam.store.StoreFailure;
import io.credence.problem.Problems;
import io.credence.registry.RegistryLocation;
import io.credence.registry.store.RegistryStore;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.aws2.options.AwsOptions;
import org.jspecify.annotations.Nullable;

/** What a command does for locations of S3 before it touches any. */
public final class S3Store {

  /** Such a part is held in memory for each file that is being written; 10,000 make an object. */
  private static final int PART_BYTES = 8 << 20;

  /**
   * Options of Beam's by name that must have these values: through its factory our clients learn
   * them.
   */
  public static final Map<String, String> REQUIRED =
      Map.of("s3ClientFactoryClass", S3Clients.class.getName());

  /** Options of Beam's by name that should have these values unless others are asked for. */
  public static final Map<String, String> USUAL =
      Map.of("s3UploadBufferSizeBytes", Integer.toString(PART_BYTES));

  private S3Store() {}

  /** Whether a location is one of S3. */
  public static boolean isMeant(@Nullable String location) {
    return location != null && S3Location.isMeant(location);
  }

  /**
   * A registry in the store of the options that Beam's file systems were given last.
   *
   * @param location {@code s3://BUCKET/KEY}, with or without a slash at its end
   * @throws IllegalArgumentException when it is no location of S3
   */
  public static RegistryStore registry(String location) throws IOException {
    S3Location root = S3Location.of(location);
    return new S3RegistryStore(S3Clients.current(root), S3Clients::settings, root);
  }

  /** Whether the store is named by an address at which each machine finds only itself. */
  public static boolean isAtLoopback(S3StoreOptions options) {
    String endpoint = options.getS3Endpoint();
    return endpoint != null && Endpoint.isLoopback(endpoint);
  }

  /**
   * Looks at the form of all settings and locations of S3, and finds out region and credentials if
   * one of the locations is of S3. The region then travels with the job; credentials never do.
   *
   * @param problems receives a line for each thing that is wrong or absent
   * @param locations of folders, files and models of registries; null where there is none
   */
  public static void check(
      S3StoreOptions options, Problems problems, @Nullable String... locations) {
    List<String> meant =
        Stream.of(locations)
            .filter(Objects::nonNull)
            .map(RegistryLocation::store)
            .filter(S3Store::isMeant)
            .distinct()
            .toList();
    Problems wrong = S3Settings.problems(options);
    meant.forEach(location -> S3Location.problem(location).ifPresent(wrong::add));
    problems.addAll(wrong);
    if (wrong.isEmpty() && !meant.isEmpty()) {
      checkStore(options, problems);
    }
  }

  private static void checkStore(S3StoreOptions options, Problems problems) {
    S3Place place = S3Clients.place(options);
    // Behind a proxy, it is the proxy's to connect.
    boolean isDirect = options.as(AwsOptions.class).getProxyConfiguration() == null;
    Optional<String> silence = isDirect ? place.silence() : Optional.empty();
    if (silence.isPresent()) {
      problems.add(silence.get());
      return;
    }
    try {
      if (options.getS3Region() == null) {
        options.setS3Region(place.knownRegion().id());
      }
      options.as(AwsOptions.class).getAwsCredentialsProvider().resolveCredentials();
    } catch (RuntimeException e) {
      // Profiles that can't be read, and services that are asked for a role, have their own kinds.
      problems.add("S3: " + StoreFailure.line(e));
    }
  }
}
