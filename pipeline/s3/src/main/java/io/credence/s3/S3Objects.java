package io.credence.s3;

import io.credence.beam.store.Claim;
import io.credence.beam.store.FilePattern;
import io.credence.beam.store.FileSieve;
import io.credence.beam.store.ObjectStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;
import software.amazon.awssdk.core.exception.SdkException;

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
    S3Listing.sift(sieve);
  }

  @Override
  public List<MatchResult.Metadata> match(ResourceId folder, String pattern) throws IOException {
    return S3Listing.match(FilePattern.within(folder.toString(), pattern));
  }

  static MatchResult.Metadata metadata(S3Location object, long size) {
    return MatchResult.Metadata.builder()
        .setResourceId(FileSystems.matchNewResource(object.toString(), false))
        .setSizeBytes(size)
        .setIsReadSeekEfficient(true)
        .build();
  }

  @Override
  public OptionalLong size(ResourceId object) throws IOException {
    return file(S3Location.of(object.toString())).stream()
        .mapToLong(MatchResult.Metadata::sizeBytes)
        .findFirst();
  }

  @Override
  public SeekableByteChannel open(ResourceId object) throws IOException {
    return open(S3Location.of(object.toString()));
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
    S3Clients.put(S3Location.of(object.toString()), content).make();
  }

  /** No store tells in the same step whether another object has the name: the caller looks. */
  @Override
  public void move(ResourceId from, ResourceId to, long bytes) throws IOException {
    S3Copy.of(S3Location.of(from.toString()), S3Location.of(to.toString()), bytes).make();
    delete(List.of(from));
  }

  @Override
  public int movesAtOnce() {
    return MOVES_AT_ONCE;
  }

  @Override
  public void delete(Collection<ResourceId> objects) throws IOException {
    S3Deletion.of(objects.stream().map(each -> S3Location.of(each.toString())).toList()).make();
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
