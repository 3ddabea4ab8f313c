package io.credence.pipeline.s3;

import io.credence.beam.store.ObjectStore;
import io.credence.beam.store.StoreFailure;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystemUtils;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Lists and reads the objects of S3. To list is one request for a thousand objects; to read a small
 * object is one request; Beam's file system asks for each object's head besides, as often as it is
 * listed, and once more when it is opened.
 */
public final class S3Objects implements ObjectStore {

  @Override
  public String scheme() {
    return S3Location.SCHEME;
  }

  @Override
  public List<MatchResult.Metadata> match(String pattern) throws IOException {
    S3Location location = S3Location.of(pattern);
    return location.isPattern() ? list(location) : find(location);
  }

  private static List<MatchResult.Metadata> list(S3Location pattern) throws IOException {
    Pattern keys = Pattern.compile(FileSystemUtils.wildcardToRegexp(pattern.key()));
    List<MatchResult.Metadata> found = new ArrayList<>();
    try {
      S3Clients.current()
          .listObjectsV2Paginator(
              request ->
                  request
                      .bucket(pattern.bucket())
                      .prefix(pattern.fixedPart())
                      .delimiter(pattern.isWithinOneFolder() ? "/" : null))
          .contents()
          .stream()
          .filter(object -> S3Location.isObject(object.key()))
          .filter(object -> keys.matcher(object.key()).matches())
          .forEach(object -> found.add(metadata(pattern, object)));
    } catch (SdkException e) {
      throw new IOException(StoreFailure.line(e), e);
    }
    return found;
  }

  private static MatchResult.Metadata metadata(S3Location pattern, S3Object object) {
    return metadata(pattern.withKey(object.key()), object.size());
  }

  /** The object itself is asked for: not everybody who may read it may also list the others. */
  private static List<MatchResult.Metadata> find(S3Location location) throws IOException {
    if (!S3Location.isObject(location.key())) {
      return List.of();
    }
    try (S3Channel object = S3Channel.open(S3Clients.current(), location)) {
      return List.of(metadata(location, object.size()));
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  private static MatchResult.Metadata metadata(S3Location object, long size) {
    return MatchResult.Metadata.builder()
        .setResourceId(FileSystems.matchNewResource(object.toString(), false))
        .setSizeBytes(size)
        .setIsReadSeekEfficient(true)
        .build();
  }

  @Override
  public SeekableByteChannel open(ResourceId object) throws IOException {
    return S3Channel.open(S3Clients.current(), S3Location.of(object.toString()));
  }
}
