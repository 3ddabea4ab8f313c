package io.credence.pipeline.window;

import io.credence.pipeline.folder.Move;
import java.util.List;
import java.util.TreeMap;

/**
 * How far a shard has come, as it is written down: the files of its last window and the positions
 * behind them in one, so that there is no moment at which one of them is known and the other not.
 *
 * @param topic the topic that is read
 * @param cluster the brokers' own name for where it is
 * @param writer who wrote this: of two that hold themselves for the writer of a shard, the one that
 *     came last is right
 * @param next the offset of the next message of each partition
 * @param moves the last files, which may not have got their names yet
 * @param counts what is in files since the job was started by hand
 */
record ShardProgress(
    String topic,
    String cluster,
    String writer,
    TreeMap<Integer, Long> next,
    List<Move> moves,
    Counts counts) {}
