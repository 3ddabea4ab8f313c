package io.credence.s3;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;

/** Deletes objects, as many at once as a store takes. */
final class S3Deletion {

  private static final int AT_ONCE = 1000;

  private final Map<String, List<S3Location>> byBucket = new LinkedHashMap<>();

  private S3Deletion() {}

  static S3Deletion of(List<S3Location> objects) {
    S3Deletion deletion = new S3Deletion();
    for (S3Location object : objects) {
      deletion.byBucket.computeIfAbsent(object.bucket(), b -> new ArrayList<>()).add(object);
    }
    return deletion;
  }

  void make() throws IOException {
    for (List<S3Location> all : byBucket.values()) {
      for (int i = 0; i < all.size(); i += AT_ONCE) {
        delete(all.subList(i, Math.min(all.size(), i + AT_ONCE)));
      }
    }
  }

  private static void delete(List<S3Location> some) throws IOException {
    S3Location first = some.get(0);
    List<ObjectIdentifier> keys =
        some.stream().map(each -> ObjectIdentifier.builder().key(each.key()).build()).toList();
    try {
      DeleteObjectsResponse answer =
          S3Clients.current()
              .deleteObjects(
                  request ->
                      request
                          .bucket(first.bucket())
                          .delete(delete -> delete.objects(keys).quiet(true)));
      if (answer.hasErrors() && !answer.errors().isEmpty()) {
        throw refused(first, answer.errors().get(0));
      }
    } catch (SdkException e) {
      throw S3Failures.at(first, e);
    }
  }

  /** A store reports what it did not delete within a successful answer. */
  private static IOException refused(S3Location among, S3Error error) {
    return new IOException(
        "%s: can't be deleted: %s (%s)"
            .formatted(among.withKey(error.key()), error.message(), error.code()));
  }
}
