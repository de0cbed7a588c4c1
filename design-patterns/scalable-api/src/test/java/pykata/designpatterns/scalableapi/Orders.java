package pykata.designpatterns.scalableapi;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Orders with a key each, begun at once. A client has a limit for its answer, so nothing here waits longer. */
final class Orders implements AutoCloseable {

    private final Client client;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<Integer>> answers = new ArrayList<>();
    private final Map<Integer, Gauge> counts = new TreeMap<>();

    Orders(Client client) {
        this.client = client;
    }

    void begin(int orders) {
        for (var i = 0; i < orders; i++) {
            var key = "key-" + i;
            answers.add(threads.submit(() -> {
                var status = client.order(key);
                count(status).add(1);
                return status;
            }));
        }
    }

    private synchronized Gauge count(int status) {
        return counts.computeIfAbsent(status, each -> new Gauge("answers of " + each));
    }

    /** Waits until so many have had this answer; how many they are. */
    int await(int status, int wanted) throws InterruptedException {
        var gauge = count(status);
        try {
            gauge.await(wanted);
        } catch (IllegalStateException e) {
            throw new AssertionError(e.getMessage() + "; all: " + seen(), e);
        }
        return gauge.value();
    }

    /** Waits until so many wait for the lock; none of them has an answer before. */
    void awaitLocked(String url, int wanted) throws SQLException {
        try (var looking = Databases.administrator()) {
            for (var waiting = 0; waiting != wanted; waiting = Databases.waiting(looking, url)) {
                if (answers.stream().anyMatch(Future::isDone)) {
                    throw new AssertionError("%d and not %d wait for the lock, and there are answers: %s"
                            .formatted(waiting, wanted, seen()));
                }
            }
        }
    }

    List<Integer> all() throws InterruptedException, ExecutionException {
        var statuses = new ArrayList<Integer>();
        for (var answer : answers) {
            statuses.add(answer.get());
        }
        return statuses;
    }

    private String seen() {
        return answers.stream()
                .map(answer -> answer.isDone() ? answer.toString() : "none")
                .toList()
                .toString();
    }

    @Override
    public void close() {
        threads.close();
    }
}
