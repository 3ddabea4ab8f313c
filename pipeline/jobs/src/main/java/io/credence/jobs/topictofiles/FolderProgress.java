package io.credence.jobs.topictofiles;

import io.credence.files.Deletion;
import io.credence.files.Listing;
import io.credence.kafka.Positions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * How far a topic is in the files of a folder, as a hidden folder within it says: a small file for
 * each shard, replaced as a whole with each window. Positions of partitions only grow; where
 * several files speak of a partition, as those of a run with other shards do, the largest holds.
 *
 * @param folder where files go
 * @param topic the topic that is read
 * @param cluster the brokers' own name for where it is
 */
public record FolderProgress(WindowFolder folder, String topic, String cluster)
    implements Positions {

  /** What the name of a file ends with that is not whole. */
  static final String BEGUN = ".begun";

  private static final String START = "start.json";

  /** Gives the last files their names, should that be left to do, and says where to read on. */
  @Override
  public Map<Integer, Long> next() throws IOException {
    List<ShardProgress> shards = read();
    for (ShardProgress shard : shards) {
      new LastFiles(folder, shard.files()).name();
    }
    return next(shards);
  }

  private static TreeMap<Integer, Long> next(List<ShardProgress> shards) {
    TreeMap<Integer, Long> next = new TreeMap<>();
    shards.forEach(
        shard ->
            shard.next().forEach((partition, offset) -> next.merge(partition, offset, Math::max)));
    return next;
  }

  /** What has been written since the job was begun. */
  public Counts counts() throws IOException {
    Counts all = new Counts();
    read().forEach(shard -> all.add(shard.counts()));
    return all;
  }

  /** The topic, of those that are not ours, whose messages are in the folder. */
  public Optional<String> otherTopic() throws IOException {
    return read().stream()
        .filter(shard -> !shard.topic().equals(topic) || !shard.cluster().equals(cluster))
        .map(ShardProgress::topic)
        .findFirst();
  }

  /**
   * Begins a job: counts from 0, and removes what an earlier one left that is not whole.
   *
   * @param starts where to read on in partitions of which nothing is in files
   * @param rewinds whether to read on there in all partitions, whatever is in files
   */
  public void begin(Map<Integer, Long> starts, boolean rewinds) throws IOException {
    new SoleWriter(folder)
        .make(
            () -> {
              beginAlone(starts, rewinds);
              return true;
            });
  }

  private void beginAlone(Map<Integer, Long> starts, boolean rewinds) throws IOException {
    List<ResourceId> shards = shards();
    for (ResourceId shard : shards) {
      // A job that still writes it gives no names from here on, so what is read next stays true.
      claimAlone(name(shard));
    }
    TreeMap<Integer, Long> next = new TreeMap<>(starts);
    Map<Integer, Long> known = next();
    if (!rewinds) {
      next.putAll(known);
    }
    write(START, new ShardProgress(topic, cluster, "", next, List.of(), new Counts()));
    // No shard names them any more, and each list is of one file system.
    Deletion.of(Listing.of(folder.own(), "*" + BEGUN));
    Deletion.of(Listing.of(folder.ownOfDeadLetters(), "*" + BEGUN));
    Deletion.of(shards);
  }

  private List<ResourceId> shards() throws IOException {
    return all().stream().filter(file -> !START.equals(name(file))).toList();
  }

  /** The files of progress; with folders of such names, which are not to be passed over. */
  private List<ResourceId> all() throws IOException {
    List<ResourceId> all = new ArrayList<>(Listing.of(folder.own(), "*.json"));
    Listing.store(folder.own()).folders(folder.own()).stream()
        .filter(inner -> name(inner).endsWith(".json"))
        .forEach(all::add);
    return all;
  }

  /** Makes a writer the only one of a shard. */
  ShardProgress claim(int shard, int shards) throws IOException {
    return new SoleWriter(folder).make(() -> claimAlone(file(shard, shards)));
  }

  private ShardProgress claimAlone(String file) throws IOException {
    Optional<ShardProgress> found = find(file);
    if (found.isPresent()) {
      // What is written next no longer names them.
      new LastFiles(folder, found.get().files()).name();
    }
    ShardProgress mine =
        new ShardProgress(
            topic,
            cluster,
            UUID.randomUUID().toString(),
            found.map(ShardProgress::next).orElseGet(TreeMap::new),
            List.of(),
            found.map(ShardProgress::counts).orElseGet(Counts::new));
    write(file, mine);
    return mine;
  }

  /**
   * Makes files part of the folder. When this ends, they are, or will be whatever happens; when it
   * fails, reading goes on from before or from behind them, as they are part of it or not.
   *
   * @throws IOException also when the shard has another writer by now
   */
  void publish(int shard, int shards, ShardProgress progress) throws IOException {
    LastFiles files = new LastFiles(folder, progress.files());
    files.requireWritten();
    new SoleWriter(folder)
        .make(
            () -> {
              publishAlone(file(shard, shards), progress);
              return true;
            });
    files.name();
  }

  private void publishAlone(String file, ShardProgress progress) throws IOException {
    if (!find(file).map(ShardProgress::writer).orElse("").equals(progress.writer())) {
      throw new IOException(
          folder.output()
              + ": another job writes into this folder, or another attempt of this one, which held this one for lost");
    }
    write(file, progress);
  }

  private static String file(int shard, int shards) {
    return String.format(Locale.ROOT, "shard-%05d-of-%05d.json", shard, shards);
  }

  private List<ShardProgress> read() throws IOException {
    List<ShardProgress> shards = new ArrayList<>();
    for (ResourceId file : all()) {
      find(name(file)).ifPresent(shards::add);
    }
    return shards;
  }

  private static String name(ResourceId file) {
    return Objects.requireNonNull(file.getFilename(), "a file has a name");
  }

  private Optional<ShardProgress> find(String name) throws IOException {
    return new ProgressFile(folder, name).find();
  }

  private void write(String name, ShardProgress progress) throws IOException {
    new ProgressFile(folder, name).write(progress);
  }
}
