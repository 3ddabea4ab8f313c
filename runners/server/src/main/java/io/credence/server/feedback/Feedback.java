package io.credence.server.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.core.JsonParser;
import io.credence.server.http.Answer;
import io.credence.server.http.Call;
import io.credence.server.http.Failures;
import io.credence.server.http.Route;
import io.credence.server.json.Json;
import io.credence.server.json.JsonValues;
import io.credence.server.json.Members;
import io.credence.server.json.StrictJson;
import io.credence.server.refusal.Code;
import io.credence.server.refusal.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Appends each label to a file of JSON Lines, a file a day of UTC: {@code record_id}, {@code y} and
 * the time. It has been written when the answer says so.
 */
public final class Feedback {

  private static final int ACCEPTED = 202;
  private static final int MAX_ID = 1_000;

  private final Path folder;
  private final Clock clock;
  private final Failures failures;

  private Feedback(Path folder, Clock clock, Failures failures) {
    this.folder = folder;
    this.clock = clock;
    this.failures = failures;
  }

  /**
   * Into a folder, which is made when there is none.
   *
   * @throws IOException when it can't be made
   */
  public static Feedback into(Path folder, Clock clock, Failures failures) throws IOException {
    Files.createDirectories(folder);
    return new Feedback(folder, clock, failures);
  }

  /** The route that takes labels. */
  public Route route() {
    return Route.post("feedback", "/feedback", this::take);
  }

  /** A label as it is read. */
  private static final class Label {
    private @Nullable String recordId;
    private double y = Double.NaN;
  }

  private Answer take(Call call) throws Refusal {
    Label label = new Label();
    StrictJson.read(
        call.body(),
        new Members()
            .with("record_id", (parser, field) -> label.recordId = id(parser, field))
            .with("y", (parser, field) -> label.y = number(parser, field)));
    if (label.recordId == null) {
      throw Refusal.missing("record_id", "the record_id of a prediction");
    }
    if (Double.isNaN(label.y)) {
      throw Refusal.missing("y", "the value that was observed, a finite number");
    }
    append(label, label.recordId);
    return Answer.json(out -> out.writeStringField("record_id", label.recordId))
        .withStatus(ACCEPTED);
  }

  private static String id(JsonParser parser, String field) throws IOException, Refusal {
    String id = JsonValues.text(parser, field);
    if (id.isEmpty() || id.length() > MAX_ID) {
      throw Refusal.field(field, id, "a text of 1 to %s characters".formatted(MAX_ID));
    }
    return id;
  }

  private static double number(JsonParser parser, String field) throws IOException, Refusal {
    return JsonValues.number(parser, field, each -> true, "a finite number");
  }

  /** One write of a whole line, which several threads and processes may do at a time. */
  private void append(Label label, String recordId) throws Refusal {
    String line =
        new String(
                Json.object(
                    out -> {
                      out.writeStringField("record_id", recordId);
                      out.writeNumberField("y", label.y);
                      out.writeStringField("time", clock.instant().toString());
                    }),
                UTF_8)
            + "\n";
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Path file = folder.resolve("feedback-" + day + ".jsonl");
    try (FileChannel channel = FileChannel.open(file, CREATE, WRITE, APPEND)) {
      ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      failures.report("feedback", e);
      throw Refusal.of(Code.STORAGE, "The label could not be kept; send it again later");
    }
  }
}
