package pykata.scenarios.iot;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pykata.scenarios.iot.wire.Shards;
import pykata.scenarios.iot.wire.Topics;

/**
 * Looks for rows in the store, every few milliseconds, and notes when it first sees one. The rows of a partition appear in
 * their order, so only the oldest that is missing is asked for.
 */
final class StoredRows implements AutoCloseable {

    private static final int BETWEEN_LOOKS_MS = 2;

    private final Connection connection;
    private final PreparedStatement select;
    private final Shards shards = Shards.over(Topics.PARTITIONS);
    private final List<Queue<Row>> missing = new ArrayList<>();
    private final AtomicInteger missed = new AtomicInteger();
    private final Thread looking;
    private long[] times = new long[1 << 16];
    private int found;
    private volatile @Nullable Exception failure;
    private volatile boolean isClosed;

    /** A reading whose row is looked for, and when it was due. */
    record Row(int device, long seq, long due) {}

    StoredRows(String url) throws Exception {
        connection = DriverManager.getConnection(url + "?busy_timeout=10000");
        Waiting.until("the sink has made its tables", this::hasTables);
        select = connection.prepareStatement("select 1 from readings where device = ? and seq = ?");
        for (var partition = 0; partition < Topics.PARTITIONS; partition++) {
            missing.add(new ConcurrentLinkedQueue<>());
        }
        looking = Thread.ofPlatform().name("rows").daemon().start(this::look);
    }

    private boolean hasTables() throws SQLException {
        try (var tables = connection.getMetaData().getTables(null, null, "totals", null)) {
            return tables.next();
        }
    }

    void lookFor(Row row) {
        missed.incrementAndGet();
        missing.get(shards.partition(row.device())).add(row);
    }

    boolean isMissingAny() throws Exception {
        if (failure != null) {
            throw failure;
        }
        return missed.get() > 0;
    }

    synchronized void begin() {
        found = 0;
    }

    synchronized List<Double> percentiles() {
        return OfferedRun.percentiles(times, found);
    }

    /** How many readings are stored. */
    synchronized long count() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select sum(total) from totals where name = 'stored'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void look() {
        try {
            while (!isClosed) {
                for (var rows : missing) {
                    while (!rows.isEmpty() && isThere(rows.peek())) {
                        note(System.nanoTime() - rows.remove().due());
                    }
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MS);
            }
        } catch (SQLException | InterruptedException e) {
            failure = e;
        }
    }

    private synchronized boolean isThere(Row row) throws SQLException {
        select.setInt(1, row.device());
        select.setLong(2, row.seq());
        try (var rows = select.executeQuery()) {
            return rows.next();
        }
    }

    private synchronized void note(long nanoseconds) {
        if (found == times.length) {
            times = Arrays.copyOf(times, 2 * found);
        }
        times[found++] = nanoseconds;
        missed.decrementAndGet();
    }

    @Override
    public void close() throws SQLException, InterruptedException {
        isClosed = true;
        looking.join();
        connection.close();
    }
}
