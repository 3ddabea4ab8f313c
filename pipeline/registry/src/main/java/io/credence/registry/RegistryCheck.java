package io.credence.registry;

import io.credence.folder.MemoryFolder;
import io.credence.folder.ModelException;
import io.credence.folder.ModelLoader;
import io.credence.registry.log.Change.Decided;
import io.credence.registry.log.Change.EvaluationEntry;
import io.credence.registry.log.Change.FileEntry;
import io.credence.registry.log.Change.Promotion;
import io.credence.registry.log.Change.Registration;
import io.credence.registry.log.Change.Signing;
import io.credence.registry.log.Event;
import io.credence.registry.log.EventLog;
import io.credence.registry.log.LogException;
import io.credence.registry.log.Sha256;
import io.credence.registry.store.RegistryStore;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares all bytes that a registry has of a model with what its log says of them. */
final class RegistryCheck {

  private final RegistryStore store;
  private final String model;
  private final List<String> problems = new ArrayList<>();

  RegistryCheck(RegistryStore store, String model) {
    this.store = store;
    this.model = model;
  }

  Verification run() throws IOException {
    ModelHistory history;
    try {
      history = ModelHistory.of(model, new EventLog(store, model + "/log").read());
    } catch (LogException e) {
      return new Verification(0, List.of(String.valueOf(e.getMessage())));
    }
    if (history.events().isEmpty()) {
      return new Verification(0, List.of(store.location(model) + ": has no events"));
    }
    for (Event event : history.events()) {
      if (event.change() instanceof Registration registration) {
        checkVersion(registration);
      } else if (event.change() instanceof Promotion promotion && promotion.evaluation() != null) {
        checkEvaluation(promotion.evaluation());
      } else if (event.change() instanceof Decided decided) {
        checkEvaluation(decided.evaluation());
      } else if (event.change() instanceof Signing signing) {
        checked(signing.signature().file(), signing.signature().sha256());
      }
    }
    return new Verification(history.events().size(), problems);
  }

  private void checkVersion(Registration registration) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (FileEntry entry : registration.files()) {
      byte[] content = checked(registration.folder() + "/" + entry.name(), entry.sha256());
      if (content != null) {
        files.put(entry.name(), content);
      }
    }
    if (files.size() == registration.files().size()) {
      checkDigest(registration, files);
    }
  }

  /** The log could say of files what they are, and of the model what it is not. */
  private void checkDigest(Registration registration, Map<String, byte[]> files)
      throws IOException {
    String location = store.location(model + "/" + registration.folder());
    try {
      String digest =
          ModelLoader.loadVerified(new MemoryFolder(location, new TreeMap<>(files))).digest().hex();
      if (!digest.equals(registration.digest())) {
        problems.add(
            "%s: is a model with digest %s, but version %s was registered with %s"
                .formatted(location, digest, registration.version(), registration.digest()));
      }
    } catch (ModelException e) {
      e.problems().forEach(problem -> problems.add(location + ": " + problem));
    }
  }

  private void checkEvaluation(EvaluationEntry evaluation) throws IOException {
    checked(evaluation.file(), evaluation.sha256());
  }

  /** The content of a file; null when it is not as it was, which is reported. */
  private byte @Nullable [] checked(String file, String sha256) throws IOException {
    String name = model + "/" + file;
    try {
      byte[] content = store.read(name, RegistryStore.MAX_BYTES);
      String found = Sha256.hex(content);
      if (found.equals(sha256)) {
        return content;
      }
      problems.add(
          "%s: was changed: its SHA-256 is %s, but %s was registered"
              .formatted(store.location(name), found, sha256));
    } catch (NoSuchFileException e) {
      problems.add(store.location(name) + ": is missing");
    }
    return null;
  }
}
