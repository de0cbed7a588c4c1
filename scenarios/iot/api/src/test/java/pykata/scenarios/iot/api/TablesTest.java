package pykata.scenarios.iot.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of connections. */
@Timeout(600)
class TablesTest {

    private static final String SQL = "select 1 as one";

    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private volatile boolean isValid = true;
    private volatile boolean isFaulty;
    private volatile long takes; // ms

    /** An empty database, through which all of the above is seen and done. */
    private Connection connection() throws SQLException {
        var real = DriverManager.getConnection("jdbc:sqlite::memory:");
        opened.incrementAndGet();
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        return (Connection) Proxy.newProxyInstance(
                TablesTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    switch (method.getName()) {
                        case "isValid" -> {
                            return isValid;
                        }
                        case "close" -> open.decrementAndGet();
                        case "prepareStatement" -> {
                            if (isFaulty) {
                                throw new IllegalStateException("a fault of the driver");
                            }
                            TimeUnit.MILLISECONDS.sleep(takes);
                        }
                        default -> {}
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void a_connection_is_kept_while_it_works() throws Exception {
        try (var tables = new Tables(this::connection)) {
            tables.rows(SQL);
            tables.rows(SQL);

            assertThat(opened).hasValue(1);
        }
        assertThat(open).hasValue(0);
    }

    @Test
    void one_that_works_no_more_is_closed() throws Exception {
        try (var tables = new Tables(this::connection)) {
            tables.rows(SQL);
            isValid = false;

            assertThat(tables.rows(SQL)).hasSize(1);

            assertThat(opened).hasValue(2);
            assertThat(open).hasValue(1);
        }
    }

    @Test
    void one_with_which_something_went_wrong_is_closed() throws Exception {
        try (var tables = new Tables(this::connection)) {
            isFaulty = true;
            assertThatIllegalStateException().isThrownBy(() -> tables.rows(SQL));
            assertThat(open).hasValue(0);

            isFaulty = false;
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> tables.rows("select nothing"));
            assertThat(open).hasValue(0);
        }
    }

    /** More than there is room for, and more faults than that: each gives its room back. */
    @Test
    void many_readers_share_a_few_connections() throws Exception {
        try (var tables = new Tables(this::connection);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            isFaulty = true;
            for (var i = 0; i <= Tables.MOST; i++) {
                assertThatIllegalStateException().isThrownBy(() -> tables.rows(SQL));
            }
            isFaulty = false;
            takes = 20;

            var answers = new ArrayList<Future<?>>();
            for (var i = 0; i < 10 * Tables.MOST; i++) {
                answers.add(threads.submit(() -> tables.rows(SQL)));
            }
            await(answers);

            assertThat(mostOpen).hasValueLessThanOrEqualTo(Tables.MOST);
        }
        assertThat(open).hasValue(0);
    }

    private static void await(List<Future<?>> answers) throws ExecutionException, InterruptedException {
        for (var answer : answers) {
            answer.get();
        }
    }
}
