package io.credence.s3;

import io.credence.beam.store.StoreFailure;
import io.credence.folder.ModelFolder;
import io.credence.problem.Problems;
import io.credence.registry.store.RegistryStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Model folders and registries of a store, for a process without pipelines: nothing here is of
 * Beam. Credentials are found in the way that Amazon's clients do. Thread-safe.
 */
public final class S3Folders {

  private final S3Client client;

  private S3Folders(S3Client client) {
    this.client = client;
  }

  /** Whether a location is one of S3. */
  public static boolean isMeant(String location) {
    return S3Location.isMeant(location);
  }

  /**
   * The folders of a store.
   *
   * @param problems receives a line for each thing that is wrong or absent
   * @return null when there is one
   */
  public static @Nullable S3Folders at(S3Place place, Problems problems) {
    Problems wrong = place.problems();
    if (wrong.isEmpty()) {
      place.silence().ifPresent(wrong::add);
    }
    S3Folders folders = wrong.isEmpty() ? open(place, wrong) : null;
    problems.addAll(wrong);
    return folders;
  }

  private static @Nullable S3Folders open(S3Place place, Problems problems) {
    try {
      AwsCredentialsProvider credentials = DefaultCredentialsProvider.create();
      credentials.resolveCredentials();
      S3Place known = new S3Place(place.endpoint(), place.knownRegion().id(), place.pathStyle());
      return new S3Folders(
          known
              .put(
                  S3Client.builder()
                      .credentialsProvider(credentials)
                      .httpClientBuilder(Patience.connections())
                      .overrideConfiguration(Patience.retries()))
              .build());
    } catch (RuntimeException e) {
      // Profiles that can't be read, and services that are asked for a role, have their own kinds.
      problems.add("S3: " + StoreFailure.line(e));
      return null;
    }
  }

  /**
   * A folder.
   *
   * @param location {@code s3://BUCKET/KEY}, with or without a slash at its end
   * @param problems receives a line when it is none
   * @return null when it is none
   */
  public @Nullable ModelFolder folder(String location, Problems problems) {
    Optional<String> problem = S3Location.problem(location);
    problem.ifPresent(problems::add);
    return problem.isPresent() ? null : new Folder(location, S3Location.of(location), client);
  }

  /**
   * A registry.
   *
   * @param location as of a {@link #folder}
   * @param problems receives a line when it is none
   * @return null when it is none
   */
  public @Nullable RegistryStore registry(String location, Problems problems) {
    Optional<String> problem = S3Location.problem(location);
    problem.ifPresent(problems::add);
    return problem.isPresent()
        ? null
        : new S3RegistryStore(client, asTheStoreDoes -> {}, S3Location.of(location));
  }

  private record Folder(String location, S3Location at, S3Client client) implements ModelFolder {

    @Override
    public InputStream open(String name) throws IOException {
      String key = at.key().isEmpty() || at.key().endsWith("/") ? at.key() : at.key() + "/";
      return S3Folders.open(client, at.withKey(key + name));
    }
  }

  /**
   * Opens an object.
   *
   * @throws NoSuchFileException when there is none
   */
  static InputStream open(S3Client client, S3Location file) throws IOException {
    try {
      return Channels.newInputStream(S3Channel.open(client, file));
    } catch (FileNotFoundException e) {
      NoSuchFileException missing = new NoSuchFileException(file.toString());
      missing.initCause(e);
      throw missing;
    } catch (SdkException e) {
      throw S3Failures.at(file, e);
    }
  }
}
