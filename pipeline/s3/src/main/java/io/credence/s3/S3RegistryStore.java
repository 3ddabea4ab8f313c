package io.credence.s3;

import io.credence.registry.store.RegistryStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * A registry as objects. The store decides who is first at a name: each object is written on the
 * condition that there is none of its name. That the store honours this condition is proved before
 * the first object is written, since one that does not would lose events without a word.
 */
final class S3RegistryStore implements RegistryStore {

  /** An object that any registry may have: all that counts is whether it can be written again. */
  private static final String PROOF = ".credence-created-once";

  private static final byte[] PROOF_CONTENT =
      "This store creates an object only where there is none.\n".getBytes(StandardCharsets.UTF_8);

  private final S3Client client;
  private final Consumer<PutObjectRequest.Builder> settings;
  private final S3Location root;
  private boolean isProved;

  /**
   * @param settings of what is written
   * @param root a folder, which need not be there yet
   */
  S3RegistryStore(S3Client client, Consumer<PutObjectRequest.Builder> settings, S3Location root) {
    this.client = client;
    this.settings = settings;
    this.root = root.withKey(root.key().replaceFirst("/+$", ""));
  }

  @Override
  public String location() {
    return root.toString().replaceFirst("/$", "");
  }

  @Override
  public String location(String folder) {
    return at(folder).toString();
  }

  @Override
  public List<String> list(String folder) throws IOException {
    String prefix = folder.isEmpty() ? root.key() : at(folder).key();
    String within = prefix.isEmpty() ? "" : prefix + "/";
    List<String> names = new ArrayList<>();
    try {
      for (ListObjectsV2Response page :
          client.listObjectsV2Paginator(
              list -> list.bucket(root.bucket()).prefix(within).delimiter("/"))) {
        page.contents().forEach(object -> names.add(object.key().substring(within.length())));
        page.commonPrefixes().forEach(each -> names.add(each.prefix().substring(within.length())));
      }
    } catch (SdkException e) {
      throw S3Failures.at(root.withKey(within), e);
    }
    // Some tools make an object for a folder, which has the folder's name.
    names.removeIf(String::isEmpty);
    return names;
  }

  @Override
  public byte[] read(String name, int maxBytes) throws IOException {
    S3Location file = at(name);
    try (InputStream in = S3Folders.open(client, file)) {
      byte[] content = in.readNBytes(maxBytes);
      if (content.length == maxBytes && in.read() >= 0) {
        throw new IOException("%s: is larger than %s bytes".formatted(file, maxBytes));
      }
      return content;
    }
  }

  @Override
  public List<byte[]> readAll(List<String> names, int maxBytes) throws IOException {
    return Together.read(names, name -> read(name, maxBytes));
  }

  @Override
  public boolean create(String name, byte[] content) throws IOException {
    prove();
    boolean isWritten = write(at(name), content);
    // If it was there, an earlier attempt may have written it whose answer was lost.
    boolean isHeld = holds(at(name), content);
    // The proof is of two writes in a row; what a store does with two at once shows only here.
    if (isWritten && !isHeld) {
      throw unfit("it let another writer replace " + at(name));
    }
    return isHeld;
  }

  private boolean holds(S3Location file, byte[] content) throws IOException {
    try (InputStream in = S3Folders.open(client, file)) {
      return Arrays.equals(content, in.readNBytes(content.length + 1));
    }
  }

  private synchronized void prove() throws IOException {
    S3Location proof = at(PROOF);
    if (isProved) {
      return;
    }
    boolean first = write(proof, PROOF_CONTENT);
    boolean again = first && write(proof, PROOF_CONTENT);
    if (again) {
      throw unfit("it writes an object also where there is one already");
    }
    isProved = true;
  }

  /** Whether it was written; false when there is one. */
  private boolean write(S3Location file, byte[] content) throws IOException {
    S3Put put = new S3Put(client, settings, file, content);
    for (int attempt = 1; ; attempt++) {
      S3Put.Outcome outcome = put.makeNew();
      if (outcome == S3Put.Outcome.UNKNOWN_CONDITION) {
        throw unfit("it says that it does not implement it (501)");
      }
      if (outcome != S3Put.Outcome.UNDECIDED) {
        return outcome == S3Put.Outcome.WRITTEN;
      }
      if (attempt == Patience.attempts()) {
        throw new IOException(
            "%s: others write it at the same time, to the last of %s attempts (409)"
                .formatted(file, attempt));
      }
      Patience.pause(attempt);
    }
  }

  private IOException unfit(String reason) {
    return new IOException(
        ("%s: a registry needs a store that honours 'If-None-Match: *' when an object is written,"
                + " but of this one %s; keep the registry in another store, or on a disk")
            .formatted(location(), reason));
  }

  private S3Location at(String name) {
    return root.withKey(root.key().isEmpty() ? name : root.key() + "/" + name);
  }
}
