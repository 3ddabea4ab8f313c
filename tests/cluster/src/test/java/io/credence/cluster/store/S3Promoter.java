package io.credence.cluster.store;

import io.credence.problem.Problems;
import io.credence.registry.Author;
import io.credence.registry.Registry;
import io.credence.s3.S3Folders;
import io.credence.s3.S3Place;
import java.time.Clock;
import java.util.List;

/**
 * A process that promotes two versions in turn until it is killed, or as often as it is asked to.
 */
final class S3Promoter {

  private S3Promoter() {}

  /**
   * Promotes.
   *
   * @param args the store's endpoint, the registry, the model, the alias and how often
   */
  public static void main(String[] args) throws Exception {
    Registry registry = registry(args[0], args[1]);
    Author author = new Author("process " + ProcessHandle.current().pid(), "a test");
    List<String> versions = List.of("1.0.0", "1.0.1");
    int times = Integer.parseInt(args[4]);
    for (int i = 0; i < times; i++) {
      registry.promote(args[2], versions.get(i % 2), args[3], null, true, author);
    }
  }

  /** With the credentials of this process. */
  static Registry registry(String endpoint, String location) {
    Problems problems = new Problems();
    S3Folders store = S3Folders.at(new S3Place(endpoint, null, null), problems);
    if (store == null) {
      throw new IllegalStateException(problems.toString());
    }
    return new Registry(store.registry(location, problems), Clock.systemUTC());
  }
}
