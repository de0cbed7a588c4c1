package pykata.scenarios.iot.sink;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** A connection with which something happens at one of the steps that change the store. */
final class Faulty {

    private static final Set<String> STEPS = Set.of("prepareStatement", "commit");

    private final int at;
    private int steps;

    /** @param at which of the steps, from 1 on */
    Faulty(int at) {
        this.at = at;
    }

    interface Fault {
        void happen() throws SQLException;
    }

    /** Whether the step was reached. */
    boolean hasHappened() {
        return steps >= at;
    }

    /** @param isAfter whether the step is done before the fault happens: the store has it, and nobody was told */
    Store open(String url, boolean isAfter, Fault fault) throws SQLException {
        var dialect = Dialect.of(url);
        Store.open(url).close(); // what this does is not among the steps
        var connection = dialect.open(url);
        return Store.on(dialect, (Connection) Proxy.newProxyInstance(
                Faulty.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    var isIt = STEPS.contains(method.getName()) && ++steps == at;
                    if (isIt && !isAfter) {
                        fault.happen();
                    }
                    try {
                        var result = method.invoke(connection, arguments);
                        if (isIt && isAfter) {
                            fault.happen();
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
