package io.credence.pipeline.s3;

import io.credence.beam.store.Claim;
import io.credence.beam.store.FilePattern;
import io.credence.beam.store.FileSieve;
import io.credence.beam.store.ObjectStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.paginators.ListObjectsV2Iterable;

/**
 * Lists, reads, moves and deletes the objects of S3, in the thread that asks; Beam's file system
 * writes them. To list is one request for a thousand objects; to read a small object is one
 * request; Beam's file system asks for each object's head besides, as often as it is listed, and
 * once more when it is opened.
 */
public final class S3Objects implements ObjectStore {

  private static final int MOVES_AT_ONCE = 32;

  @Override
  public String scheme() {
    return S3Location.SCHEME;
  }

  @Override
  public Optional<MatchResult.Metadata> file(String location) throws IOException {
    return file(S3Location.of(location));
  }

  /** The object itself is asked for: not everybody who may read it may also list the others. */
  private static Optional<MatchResult.Metadata> file(S3Location location) throws IOException {
    if (!S3Location.isObject(location.key())) {
      return Optional.empty();
    }
    try (S3Channel object = open(location)) {
      return Optional.of(metadata(location, object.size()));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  @Override
  public void sift(FileSieve sieve) throws IOException {
    S3Location.of(sieve.folder()); // No wildcard stands for a bucket.
    S3Location begin = S3Location.of(sieve.prefix());
    if (!sieve.isWithinOneFolder()) {
      list(begin, sieve::name);
      return;
    }
    for (S3Location folder : listOneFolder(begin, sieve::name)) {
      if (sieve.wantsFolder(folder.toString().replaceFirst("/$", ""))) {
        list(folder, sieve::name);
      }
    }
  }

  @Override
  public List<MatchResult.Metadata> match(ResourceId folder, String pattern) throws IOException {
    FilePattern names = FilePattern.within(folder.toString(), pattern);
    List<MatchResult.Metadata> found = new ArrayList<>();
    BiConsumer<String, Supplier<MatchResult.Metadata>> use =
        (name, file) -> {
          if (names.matches(name)) {
            found.add(file.get());
          }
        };
    S3Location begin = S3Location.of(names.prefix());
    if (names.isWithinOneFolder()) {
      listOneFolder(begin, use);
    } else {
      list(begin, use);
    }
    return found;
  }

  private static void list(S3Location begin, BiConsumer<String, Supplier<MatchResult.Metadata>> use)
      throws IOException {
    try {
      pages(begin, null).contents().forEach(object -> use(begin, object, use));
    } catch (SdkException e) {
      throw S3Failures.at(begin, e);
    }
  }

  /** Returns the folders that come between the objects. */
  private static List<S3Location> listOneFolder(
      S3Location begin, BiConsumer<String, Supplier<MatchResult.Metadata>> use) throws IOException {
    List<S3Location> folders = new ArrayList<>();
    try {
      for (ListObjectsV2Response page : pages(begin, "/")) {
        page.contents().forEach(object -> use(begin, object, use));
        page.commonPrefixes().forEach(folder -> folders.add(begin.withKey(folder.prefix())));
      }
    } catch (SdkException e) {
      throw S3Failures.at(begin, e);
    }
    return folders;
  }

  private static ListObjectsV2Iterable pages(S3Location begin, @Nullable String delimiter) {
    return S3Clients.current()
        .listObjectsV2Paginator(
            request -> request.bucket(begin.bucket()).prefix(begin.key()).delimiter(delimiter));
  }

  private static void use(
      S3Location begin, S3Object object, BiConsumer<String, Supplier<MatchResult.Metadata>> use) {
    if (S3Location.isObject(object.key())) {
      S3Location location = begin.withKey(object.key());
      use.accept(location.toString(), () -> metadata(location, object.size()));
    }
  }

  private static MatchResult.Metadata metadata(S3Location object, long size) {
    return MatchResult.Metadata.builder()
        .setResourceId(object.resource())
        .setSizeBytes(size)
        .setIsReadSeekEfficient(true)
        .build();
  }

  @Override
  public OptionalLong size(ResourceId object) throws IOException {
    return file(S3Location.of(object)).stream()
        .mapToLong(MatchResult.Metadata::sizeBytes)
        .findFirst();
  }

  @Override
  public SeekableByteChannel open(ResourceId object) throws IOException {
    return open(S3Location.of(object));
  }

  private static S3Channel open(S3Location location) throws IOException {
    try {
      return S3Channel.open(S3Clients.current(), location);
    } catch (SdkException e) {
      throw S3Failures.at(location, e);
    }
  }

  /**
   * Beam's runner for Flink gives Beam's file systems default options in the midst of a job, on the
   * machine that submits it and on workers; with these, Beam would look for another store.
   */
  @Override
  public WritableByteChannel create(ResourceId object, String mimeType, boolean durable)
      throws IOException {
    FileSystems.setDefaultPipelineOptions(S3Clients.options());
    return new S3Upload(this, object, FileSystems.create(object, mimeType));
  }

  /** An object takes the place of another by itself, and is durable once the store has it. */
  @Override
  public void replace(ResourceId object, byte[] content, ResourceId begun, boolean durable)
      throws IOException {
    S3Put.of(S3Location.of(object), content).make();
  }

  /** No store tells in the same step whether another object has the name: the caller looks. */
  @Override
  public void move(ResourceId from, ResourceId to, long bytes) throws IOException {
    S3Copy.of(S3Location.of(from), S3Location.of(to), bytes).make();
    delete(List.of(from));
  }

  @Override
  public int movesAtOnce() {
    return MOVES_AT_ONCE;
  }

  @Override
  public void delete(Collection<ResourceId> objects) throws IOException {
    S3Deletion.of(objects.stream().map(S3Location::of).toList()).make();
  }

  @Override
  public void settle(Collection<ResourceId> folders) {
    // What the store has answered for is durable.
  }

  @Override
  public List<ResourceId> folders(ResourceId folder) {
    return List.of();
  }

  @Override
  public List<ResourceId> missingFolders(ResourceId folder) {
    return List.of();
  }

  @Override
  public void deleteEmpty(List<ResourceId> folders) {
    // There are none.
  }

  @Override
  public Claim claim(ResourceId object, String owner) throws IOException {
    return S3Claim.make(this, object, owner);
  }

  @Override
  public boolean isHeld(ResourceId claim) {
    return false;
  }

  @Override
  public boolean tellsTheDead() {
    return false;
  }
}
