package io.credence.s3;

import io.credence.beam.store.FilePattern;
import io.credence.beam.store.FileSieve;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.paginators.ListObjectsV2Iterable;

/** Lists objects, a thousand with each request. */
final class S3Listing {

  private S3Listing() {}

  /** Gives a sieve all that it may want. */
  static void sift(FileSieve sieve) throws IOException {
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

  /** The objects whose names match. */
  static List<MatchResult.Metadata> match(FilePattern names) throws IOException {
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
      use.accept(location.toString(), () -> S3Objects.metadata(location, object.size()));
    }
  }
}
