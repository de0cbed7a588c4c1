package pykata.scenarios.iot.processor;

/** A version of the rules that is not taken into use; the message says why. */
public final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    Refused(String reason) {
        super(reason);
    }
}
