package io.credence.server;

import io.credence.folder.ModelFolder;
import io.credence.problem.Problems;
import io.credence.registry.store.RegistryStore;
import io.credence.s3.S3Folders;
import io.credence.s3.S3Place;
import io.credence.server.options.ServeOption;
import io.credence.server.options.ServeOptions;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opens the store that models are read from, when one is asked for, and reports all faults. */
final class StoreOptions {

  private final ServeOptions options;
  private final List<String> problems;
  private @Nullable S3Folders store;
  private boolean isOpened;

  StoreOptions(ServeOptions options, List<String> problems) {
    this.options = options;
    this.problems = problems;
  }

  /** A folder of the store; null when it can't be one, which is reported. */
  @Nullable ModelFolder folder(String location) {
    S3Folders open = open();
    return open == null ? null : reporting(wrong -> open.folder(location, wrong));
  }

  /** A registry of the store; null when it can't be one, which is reported. */
  @Nullable RegistryStore registry(String location) {
    S3Folders open = open();
    return open == null ? null : reporting(wrong -> open.registry(location, wrong));
  }

  private @Nullable S3Folders open() {
    if (!isOpened) {
      isOpened = true;
      store = reporting(wrong -> S3Folders.at(place(), wrong));
    }
    return store;
  }

  private S3Place place() {
    return new S3Place(
        options.text(ServeOption.S3_ENDPOINT).orElse(null),
        options.text(ServeOption.S3_REGION).orElse(null),
        options.text(ServeOption.S3_PATH_STYLE).map(Boolean::valueOf).orElse(null));
  }

  private <T> @Nullable T reporting(Function<Problems, @Nullable T> step) {
    Problems wrong = new Problems();
    T result = step.apply(wrong);
    wrong.forEach(problems::add);
    return result;
  }
}
