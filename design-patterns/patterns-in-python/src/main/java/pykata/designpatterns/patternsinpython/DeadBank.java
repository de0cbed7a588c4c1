package pykata.designpatterns.patternsinpython;

/** A bank in Java that is down: it counts the calls that arrive, and each of them fails. */
public final class DeadBank {

    private int arrived;

    public String charge() {
        arrived++;
        throw new IllegalStateException("the bank is down");
    }

    public int arrived() {
        return arrived;
    }
}
