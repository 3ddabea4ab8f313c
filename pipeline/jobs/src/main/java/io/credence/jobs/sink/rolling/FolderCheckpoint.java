package io.credence.jobs.sink.rolling;

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
 * @param folders where files go
 * @param topic the topic that is read
 * @param cluster the brokers' own name for where it is
 */
public record FolderCheckpoint(RollingFolders folders, String topic, String cluster)
    implements Positions {

  /** What the name of a file ends with that is not whole. */
  static final String BEGUN = ".begun";

  private static final String START = "start.json";

  /** Gives the last files their names, should that be left to do, and says where to read on. */
  @Override
  public Map<Integer, Long> next() throws IOException {
    List<ShardCheckpoint> shards = read();
    for (ShardCheckpoint shard : shards) {
      new LastFiles(folders, shard.files()).name();
    }
    return next(shards);
  }

  private static TreeMap<Integer, Long> next(List<ShardCheckpoint> shards) {
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
        .map(ShardCheckpoint::topic)
        .findFirst();
  }

  /**
   * Begins a job: counts from 0, and removes what an earlier one left that is not whole.
   *
   * @param starts where to read on in partitions of which nothing is in files
   * @param rewinds whether to read on there in all partitions, whatever is in files
   */
  public void begin(Map<Integer, Long> starts, boolean rewinds) throws IOException {
    new SoleWriter(folders)
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
    write(START, new ShardCheckpoint(topic, cluster, "", next, List.of(), new Counts()));
    // No shard names them any more, and each list is of one file system.
    Deletion.of(Listing.of(folders.own(), "*" + BEGUN));
    Deletion.of(Listing.of(folders.ownOfDeadLetters(), "*" + BEGUN));
    Deletion.of(shards);
  }

  private List<ResourceId> shards() throws IOException {
    return all().stream().filter(file -> !START.equals(name(file))).toList();
  }

  /** The files of checkpoint; with folders of such names, which are not to be passed over. */
  private List<ResourceId> all() throws IOException {
    List<ResourceId> all = new ArrayList<>(Listing.of(folders.own(), "*.json"));
    Listing.store(folders.own()).folders(folders.own()).stream()
        .filter(inner -> name(inner).endsWith(".json"))
        .forEach(all::add);
    return all;
  }

  /** Makes a writer the only one of a shard. */
  ShardCheckpoint claim(int shard, int shards) throws IOException {
    return new SoleWriter(folders).make(() -> claimAlone(file(shard, shards)));
  }

  private ShardCheckpoint claimAlone(String file) throws IOException {
    Optional<ShardCheckpoint> found = find(file);
    if (found.isPresent()) {
      // What is written next no longer names them.
      new LastFiles(folders, found.get().files()).name();
    }
    ShardCheckpoint mine =
        new ShardCheckpoint(
            topic,
            cluster,
            UUID.randomUUID().toString(),
            found.map(ShardCheckpoint::next).orElseGet(TreeMap::new),
            List.of(),
            found.map(ShardCheckpoint::counts).orElseGet(Counts::new));
    write(file, mine);
    return mine;
  }

  /**
   * Makes files part of the folder. When this ends, they are, or will be whatever happens; when it
   * fails, reading goes on from before or from behind them, as they are part of it or not.
   *
   * @throws IOException also when the shard has another writer by now
   */
  void publish(int shard, int shards, ShardCheckpoint checkpoint) throws IOException {
    LastFiles files = new LastFiles(folders, checkpoint.files());
    files.requireWritten();
    new SoleWriter(folders)
        .make(
            () -> {
              publishAlone(file(shard, shards), checkpoint);
              return true;
            });
    files.name();
  }

  private void publishAlone(String file, ShardCheckpoint checkpoint) throws IOException {
    if (!find(file).map(ShardCheckpoint::writer).orElse("").equals(checkpoint.writer())) {
      throw new IOException(
          folders.output()
              + ": another job writes into this folder, or another attempt of this one, which held this one for lost");
    }
    write(file, checkpoint);
  }

  private static String file(int shard, int shards) {
    return String.format(Locale.ROOT, "shard-%05d-of-%05d.json", shard, shards);
  }

  private List<ShardCheckpoint> read() throws IOException {
    List<ShardCheckpoint> shards = new ArrayList<>();
    for (ResourceId file : all()) {
      find(name(file)).ifPresent(shards::add);
    }
    return shards;
  }

  private static String name(ResourceId file) {
    return Objects.requireNonNull(file.getFilename(), "a file has a name");
  }

  private Optional<ShardCheckpoint> find(String name) throws IOException {
    return new CheckpointFile(folders, name).find();
  }

  private void write(String name, ShardCheckpoint checkpoint) throws IOException {
    new CheckpointFile(folders, name).write(checkpoint);
  }
}
