package io.credence.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.credence.jobs.source.files.FilesSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.flink.runtime.util.Hardware;
import org.jspecify.annotations.Nullable;

/**
 * A Flink cluster by its REST address.
 *
 * <p>Speaks HTTP by the means that leave no thread behind, since this code may run within a
 * JobManager.
 *
 * @param rest such as {@code http://localhost:8081}
 */
record FlinkCluster(URI rest) {

  private static final int PATIENCE_MILLIS = 5_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The type of a savepoint with which a job stops, where others are taken as it runs. */
  private static final String STOPPING = "SYNC_SAVEPOINT";

  /**
   * Where a TaskManager says that it is, such as {@code pekko.tcp://flink@10.0.0.3:6122/user/…}.
   */
  private static final Pattern WORKER_HOST = Pattern.compile("@\\[?([^/]+?)]?:\\d+/");

  private static final Pattern CAUSE =
      Pattern.compile("(?m)^(?:Caused by: )?[\\w.$]+(?:Exception|Error): (.+)$");

  /** Flink's own version, such as 1.19.3. */
  String version() throws IOException {
    return get("/overview").path("flink-version").asText();
  }

  /** How many tasks it can run at once. */
  int slots() throws IOException {
    return get("/overview").path("slots-total").asInt();
  }

  /**
   * Whether all of its TaskManagers are on this machine, as far as there are any yet: they have
   * addresses that only it can reach, and as much memory as it. (A port may be forwarded from
   * elsewhere, where workers have such addresses too.)
   */
  boolean isOnThisMachine() throws IOException {
    JsonNode workers = get("/taskmanagers").path("taskmanagers");
    return !workers.isEmpty()
        && StreamSupport.stream(workers.spliterator(), false)
            .allMatch(
                worker ->
                    isLoopback(worker.path("path").asText())
                        && worker.path("hardware").path("physicalMemory").asLong()
                            == Hardware.getSizeOfPhysicalMemory());
  }

  private static boolean isLoopback(String path) {
    Matcher matcher = WORKER_HOST.matcher(path);
    try {
      return matcher.find() && InetAddress.getByName(matcher.group(1)).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** What a cluster is configured with; empty when it says nothing of it. */
  String configured(String key) throws IOException {
    for (JsonNode entry : get("/jobmanager/config")) {
      if (entry.path("key").asText().equals(key)) {
        return entry.path("value").asText();
      }
    }
    return "";
  }

  /** The job of a name that was started last: those that are over stay in the list for a while. */
  private JsonNode job(String name) throws IOException {
    return StreamSupport.stream(get("/jobs/overview").path("jobs").spliterator(), false)
        .filter(job -> job.path("name").asText().equals(name))
        .max(Comparator.comparingLong(job -> job.path("start-time").asLong()))
        .orElse(MissingNode.getInstance());
  }

  /** Where the savepoint is that a job was stopped with; null when there is none. */
  @Nullable String lastSavepoint(String jobName) throws IOException {
    JsonNode job = job(jobName);
    if (job.isMissingNode()) {
      return null;
    }
    JsonNode savepoint =
        get("/jobs/" + job.path("jid").asText() + "/checkpoints").at("/latest/savepoint");
    return savepoint.path("checkpoint_type").asText().equals(STOPPING)
            && savepoint.path("status").asText().equals("COMPLETED")
        ? savepoint.path("external_path").textValue()
        : null;
  }

  /**
   * Which share of its splits a job has scored, as of a few seconds ago. Flink counts what each of
   * its tasks took in and gave out; a task that scores takes a split when it is done with the last.
   * All splits are what the tasks before it gave out.
   */
  double shareDone(String jobName) throws IOException {
    JsonNode job = job(jobName);
    if (job.isMissingNode()) {
      return 0;
    }
    JsonNode details = get("/jobs/" + job.path("jid").asText());
    Map<String, JsonNode> tasks = new HashMap<>();
    details.path("vertices").forEach(each -> tasks.put(each.path("id").asText(), each));
    for (JsonNode node : details.at("/plan/nodes")) {
      JsonNode task = task(node, tasks);
      if (task.path("name").asText().contains(FilesSource.WORK)) {
        double done =
            task.at("/metrics/read-records").asDouble() - task.path("parallelism").asInt();
        double splits = given(node.path("inputs"), tasks);
        return splits == 0 ? 0 : Math.max(0, done) / splits;
      }
    }
    return 0;
  }

  /** How many records some tasks gave out. */
  private static double given(JsonNode nodes, Map<String, JsonNode> tasks) {
    double records = 0;
    for (JsonNode node : nodes) {
      records += task(node, tasks).at("/metrics/write-records").asDouble();
    }
    return records;
  }

  private static JsonNode task(JsonNode node, Map<String, JsonNode> tasks) {
    return tasks.getOrDefault(node.path("id").asText(), MissingNode.getInstance());
  }

  /** Why a job was restarted, in a line for each time, by milliseconds since 1970. */
  SortedMap<Long, String> failures(String jobName) throws IOException {
    SortedMap<Long, String> failures = new TreeMap<>();
    JsonNode job = job(jobName);
    if (job.isMissingNode()) {
      return failures;
    }
    get("/jobs/" + job.path("jid").asText() + "/exceptions")
        .path("exceptionHistory")
        .path("entries")
        .forEach(entry -> failures.put(entry.path("timestamp").asLong(), cause(entry)));
    return failures;
  }

  /** The innermost cause that a stack trace names, without the class of its exception. */
  private static String cause(JsonNode failure) {
    String cause = failure.path("exceptionName").asText();
    Matcher causes = CAUSE.matcher(failure.path("stacktrace").asText());
    while (causes.find()) {
      cause = causes.group(1);
    }
    return cause;
  }

  private JsonNode get(String path) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(rest + path).toURL().openConnection();
    connection.setConnectTimeout(PATIENCE_MILLIS);
    connection.setReadTimeout(PATIENCE_MILLIS);
    try (InputStream in = connection.getInputStream()) {
      return JSON.readTree(in);
    } finally {
      connection.disconnect();
    }
  }
}
