package io.credence.kit.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Flink's web interface shows and does. An answer that is no success is an IOException.
 *
 * <p>The JobManager fetches metrics when somebody asks for them, and answers with those it has: the
 * first answer is empty, and each is from the question before. So metrics are to be polled.
 */
public final class FlinkRest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI address;

  public record Overview(int taskManagers, int slotsTotal, int slotsFree) {}

  public record Job(String id, String name, String state) {}

  public FlinkRest(URI address) {
    this.address = address;
  }

  public Overview overview() throws IOException {
    JsonNode overview = get("/overview");
    return new Overview(
        overview.path("taskmanagers").intValue(),
        overview.path("slots-total").intValue(),
        overview.path("slots-available").intValue());
  }

  /** Running and finished ones. */
  public List<Job> jobs() throws IOException {
    List<Job> jobs = new ArrayList<>();
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      jobs.add(
          new Job(
              job.path("jid").textValue(),
              job.path("name").textValue(),
              job.path("state").textValue()));
    }
    return jobs;
  }

  /** The newest of a name. */
  public Optional<Job> find(String name) throws IOException {
    @Nullable Job found = null;
    long newest = Long.MIN_VALUE;
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      long start = job.path("start-time").longValue();
      if (job.path("name").textValue().equals(name) && start > newest) {
        newest = start;
        found = new Job(job.path("jid").textValue(), name, job.path("state").textValue());
      }
    }
    return Optional.ofNullable(found);
  }

  public JsonNode job(String id) throws IOException {
    return get("/jobs/" + id);
  }

  /** RUNNING, RESTARTING, FINISHED, FAILED and so on. */
  public String state(String job) throws IOException {
    return job(job).path("state").textValue();
  }

  public void cancel(String job) throws IOException {
    send(request("/jobs/" + job + "?mode=cancel").method("PATCH", BodyPublishers.noBody()));
  }

  /** Those that the JobManager holds for alive. */
  public List<String> taskManagers() throws IOException {
    return texts(get("/taskmanagers").path("taskmanagers"), "id");
  }

  /** Only those that are known yet, {@code Status.JVM.Memory.Metaspace.Used} and the like. */
  public Map<String, Double> taskManagerMetrics(String taskManager, String... names)
      throws IOException {
    return metrics("/taskmanagers/" + taskManager + "/metrics?get=" + list(names), "value");
  }

  /** How many subtasks the vertex has whose name contains {@code part}. */
  public int parallelism(String job, String part) throws IOException {
    for (JsonNode vertex : job(job).path("vertices")) {
      if (vertex.path("name").textValue().contains(part)) {
        return vertex.path("parallelism").intValue();
      }
    }
    throw new IOException("No vertex " + part + " in job " + job);
  }

  /** The id to run it by. */
  public String upload(Path jar) throws IOException {
    String boundary = "credence-jar-file";
    BodyPublisher body =
        BodyPublishers.concat(
            BodyPublishers.ofString(
                """
                --%s\r
                Content-Disposition: form-data; name="jarfile"; filename="%s"\r
                Content-Type: application/x-java-archive\r
                \r
                """
                    .formatted(boundary, jar.getFileName())),
            BodyPublishers.ofFile(jar),
            BodyPublishers.ofString("\r\n--%s--\r\n".formatted(boundary)));
    JsonNode answer =
        send(
            request("/jars/upload")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(body));
    Path stored = Path.of(answer.path("filename").textValue());
    return String.valueOf(stored.getFileName());
  }

  public List<String> jars() throws IOException {
    return texts(get("/jars").path("files"), "id");
  }

  /** The job's id. The main method runs in the JobManager, which answers when it has submitted. */
  public String run(String jar, String mainClass, int parallelism, String... arguments)
      throws IOException {
    ObjectNode body = JSON.createObjectNode();
    body.put("entryClass", mainClass);
    body.put("parallelism", parallelism);
    body.set("programArgsList", JSON.valueToTree(arguments));
    JsonNode answer =
        send(
            request("/jars/" + jar + "/run")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    return answer.path("jobid").textValue();
  }

  /** For whatever else there is. */
  public JsonNode get(String path) throws IOException {
    return send(request(path).GET());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
  }

  private JsonNode send(HttpRequest.Builder builder) throws IOException {
    HttpRequest request = builder.build();
    HttpResponse<String> response;
    try {
      response = client.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
    if (response.statusCode() / 100 != 2) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s %s: %d %s",
              request.method(),
              request.uri(),
              response.statusCode(),
              response.body()));
    }
    return JSON.readTree(response.body());
  }

  private Map<String, Double> metrics(String path, String field) throws IOException {
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (JsonNode metric : get(path)) {
      metrics.put(metric.path("id").textValue(), metric.path(field).asDouble());
    }
    return metrics;
  }

  private static List<String> texts(JsonNode array, String field) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.path(field).textValue()));
    return texts;
  }

  private static String list(String... names) {
    return Stream.of(names)
        .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8))
        .collect(Collectors.joining(","));
  }
}
