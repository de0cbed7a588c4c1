package pykata.designpatterns.scalableapi;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** No connection is free, or the database has ended it. Python's adapter catches it by this type. */
public final class Gone extends RuntimeException {

    Gone(Throwable cause) {
        super(cause);
    }

    /** Whether it is this that failed: a pool's time-out, a lost connection, or a server that is shut down. */
    static boolean is(SQLException failure) {
        var state = failure.getSQLState();
        return failure instanceof SQLTransientConnectionException
                || state != null && (state.startsWith("08") || state.startsWith("57P"));
    }
}
