package pykata.scenarios.iot.api;

/** A request that gets an error, and why. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1;

    private final int status;

    Refusal(int status, String reason) {
        super(reason);
        this.status = status;
    }

    Refusal(int status, String reason, Throwable cause) {
        super(reason, cause);
        this.status = status;
    }

    static Refusal badRequest(String reason) {
        return new Refusal(400, reason);
    }

    int status() {
        return status;
    }
}
