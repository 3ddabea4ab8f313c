package io.credence.beam;

import io.credence.deadletter.UnscorableException;
import io.credence.predict.FieldReader;
import io.credence.score.Scored;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Attachments that note what they see. They travel with a job, and their notes do not. */
final class Watchers {

  /** By the name of the attachment. */
  private static final Map<String, List<String>> SEEN = new ConcurrentHashMap<>();

  private Watchers() {}

  static List<String> seen(String name) {
    return SEEN.getOrDefault(name, List.of());
  }

  static void forget() {
    SEEN.clear();
  }

  /** Notes records with a field that no model reads. */
  record Monitor(String name) implements Attachment {

    @Override
    public List<String> fields() {
      return List.of("id", "category");
    }

    @Override
    public <T> RecordObserver<T, Scored> open(FieldReader<T> reader) {
      List<String> seen =
          SEEN.computeIfAbsent(name, any -> Collections.synchronizedList(new ArrayList<>()));
      return new RecordObserver<>() {
        @Override
        public void scored(T record, Scored score) {
          seen.add(reader.read(record, 0) + "/" + reader.read(record, 1) + " scored");
        }

        @Override
        public void deadLetter(T record, UnscorableException reason) {
          seen.add(reader.read(record, 0) + "/" + reader.read(record, 1) + " " + reason.code());
        }
      };
    }
  }

  /** Notes whether both models agree to the bit. */
  record Comparison(String name) implements SecondModel.Receiver {

    @Override
    public void both(Scored first, Scored second) {
      note(first.equals(second) ? "equal" : "different");
    }

    @Override
    public void onlyFirst(Scored first, UnscorableException reason) {
      note(reason.code().name());
    }

    private void note(String text) {
      SEEN.computeIfAbsent(name, any -> Collections.synchronizedList(new ArrayList<>())).add(text);
    }
  }
}
