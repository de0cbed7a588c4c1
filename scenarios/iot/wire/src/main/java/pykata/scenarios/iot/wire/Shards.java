package pykata.scenarios.iot.wire;

import java.util.stream.IntStream;

/**
 * Which partition holds a device's readings. A device belongs to one of 1,024 shards for ever; a table says which partition
 * holds a shard. So a shard can be moved without a word to the devices, and all its readings move together.
 */
public final class Shards {

    public static final int COUNT = 1_024;

    private final int[] partitions;

    private Shards(int[] partitions) {
        this.partitions = partitions;
    }

    /** Each partition gets as many shards as any other, or one more. */
    public static Shards over(int partitions) {
        if (partitions < 1 || partitions > COUNT) {
            throw new IllegalArgumentException(
                    "%d shards cannot be laid on %d partitions".formatted(COUNT, partitions));
        }
        return new Shards(
                IntStream.range(0, COUNT).map(shard -> shard % partitions).toArray());
    }

    public int partition(int device) {
        return partitions[shard(device)];
    }

    /** Device numbers come in a row, and what is true of every fourth one must not land in one partition. */
    public static int shard(int device) {
        var hash = device;
        hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
        hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
        return (hash ^ hash >>> 16) & COUNT - 1;
    }
}
