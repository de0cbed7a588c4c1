package pykata.claim;

import org.opentest4j.AssertionFailedError;

/** What was observed is not what the claim says. */
public final class ClaimNotMet extends AssertionFailedError {

    ClaimNotMet(String message) {
        super(message);
    }

    ClaimNotMet(String message, Object expected, Object actual) {
        super(message, expected, actual);
    }
}
