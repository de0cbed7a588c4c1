package pykata.scenarios.iot.wire;

import java.util.List;

/** The topics of the log. */
public final class Topics {

    /** {@link Frame}s as they came in. No key: the gateway chooses the partition by {@link Shards}. */
    public static final String FRAMES = "frames";

    /** {@link Frame}s of the accepted readings alone, in the same partition. */
    public static final String ACCEPTED = "accepted";

    /** {@link Event}s, all of a frame in one record, in the same partition. No key. */
    public static final String EVENTS = "events";

    /** {@link DeadLetter}s; the key is the device's number, or {@code ?}. */
    public static final String DEAD_LETTERS = "dead-letters";

    /** {@link LedgerEntry}s, without a key. */
    public static final String LEDGER = "ledger";

    /** {@link RuleText}s; one partition, compacted. */
    public static final String RULES = "rules";

    /** What the keys in it begin with; behind it stands the version. */
    public static final String RULE_KEY = "rule";

    /** {@link RuleReport}s; one partition. Whoever writes or reads it makes it, if it is not there. */
    public static final String RULE_REPORTS = "rule-reports";

    /** The group in which processors keep their places among the {@link #FRAMES}; Kafka Streams calls it its application. */
    public static final String PROCESSORS = "iot-processor";

    /** How many partitions each has, unless it is said otherwise; {@link #RULES} has one. */
    public static final int PARTITIONS = 4;

    /** Those that have the partitions of {@link Shards}. */
    public static final List<String> PARTITIONED = List.of(FRAMES, ACCEPTED, EVENTS, DEAD_LETTERS, LEDGER);

    private Topics() {}
}
