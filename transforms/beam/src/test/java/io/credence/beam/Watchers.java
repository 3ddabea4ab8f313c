package io.credence.beam;

import io.credence.deadletter.UnscorableException;
import io.credence.predict.FieldReader;
import io.credence.rollout.Compared;
import io.credence.score.Scored;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.generic.GenericRecord;

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

  /** Notes what a challenger says. */
  record Shadows(String name) implements ShadowEnd<GenericRecord> {

    @Override
    public RecordReader<GenericRecord> reader(List<String> fields) {
      return RecordFormat.avro().reader(fields)::read;
    }

    @Override
    public void compared(GenericRecord record, Compared compared) {
      boolean same =
          compared.champion().equals(compared.challenger()) && compared.distances()[0] == 0;
      note(record, same ? "same" : "different");
    }

    @Override
    public void failed(GenericRecord record, String failure) {
      note(record, failure);
    }

    private void note(GenericRecord record, String text) {
      SEEN.computeIfAbsent(name, any -> Collections.synchronizedList(new ArrayList<>()))
          .add(Slopes.id(record) + " " + text);
    }
  }
}
