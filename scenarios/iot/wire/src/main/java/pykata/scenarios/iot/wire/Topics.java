package pykata.scenarios.iot.wire;

import java.util.List;

/** The topics of the log. */
public final class Topics {

    /** {@link Frame}s as they came in. No key: the gateway chooses the partition by {@link Shards}. */
    public static final String FRAMES = "frames";

    /** {@link Frame}s of the accepted readings alone, in the same partition. */
    public static final String ACCEPTED = "accepted";

    /** Windows that closed and alerts that opened or closed, as JSON; the key is the device's number. */
    public static final String EVENTS = "events";

    /** {@link DeadLetter}s; the key is the device's number, or {@code ?}. */
    public static final String DEAD_LETTERS = "dead-letters";

    /** {@link LedgerEntry}s, without a key. */
    public static final String LEDGER = "ledger";

    /** The rules' files, as JSON; one key, one partition, compacted. */
    public static final String RULES = "rules";

    /** The key of the record that holds the rules. */
    public static final String RULE_KEY = "rule";

    /** How many partitions each has, unless it is said otherwise; {@link #RULES} has one. */
    public static final int PARTITIONS = 4;

    /** Those that have the partitions of {@link Shards}. */
    public static final List<String> PARTITIONED = List.of(FRAMES, ACCEPTED, EVENTS, DEAD_LETTERS, LEDGER);

    private Topics() {}
}
