package io.credence.cluster.scoring;

import io.credence.kit.store.S3Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The same request twice: with files of this machine, and with the same files as objects of a
 * store.
 *
 * @param local of which the results are the reference
 * @param remote models, input and output in buckets of their own
 */
public record S3Request(Request local, Request remote) {

  public static final String MODELS = "models";
  public static final String INPUT = "records";
  public static final String OUTPUT = "scored";

  /** Puts model and records into the store, in folders of this name. */
  public static S3Request put(S3Server store, String name, Request local, int files)
      throws IOException {
    store.putFolder(Path.of(local.model()), MODELS, name);
    Path input = Path.of(local.input()).getParent();
    for (int i = 0; i < files; i++) {
      String file = String.format(Locale.ROOT, "%03d.parquet", i);
      store.put(input.resolve(file), INPUT, name + "/" + file);
    }
    Request remote =
        new Request(
            "s3://%s/%s".formatted(MODELS, name),
            "s3://%s/%s/*.parquet".formatted(INPUT, name),
            local.samples());
    return new S3Request(local, remote);
  }

  public static String output(String name) {
    return "s3://" + OUTPUT + "/" + name;
  }

  /** All that lies in an output folder of the store, but the account and dead letters. */
  public static Map<String, String> scored(Map<String, String> content) {
    Map<String, String> scored = new TreeMap<>(content);
    scored.keySet().removeIf(name -> name.startsWith("dead-letters"));
    return scored;
  }
}
