package pykata.designpatterns.scalableapi;

/**
 * How many requests may be in the server, running or in line: the rest is refused at once, and all of them once it
 * drains. The same rule as Python's {@code api.gate}, for all contexts together.
 */
final class Admission {

    private final int most;
    private final Gauge inside = new Gauge("requests inside");
    private final Gauge refused = new Gauge("requests that were refused");
    private volatile boolean isReady = true;
    private final Gauge drains = new Gauge("drains that have begun");

    Admission(int most) {
        this.most = most;
    }

    boolean enter() {
        var isLetIn = inside.addIf(now -> drains.value() == 0 && now < most, 1);
        if (!isLetIn) {
            refused.add(1);
        }
        return isLetIn;
    }

    void leave() {
        inside.add(-1);
    }

    Gauge inside() {
        return inside;
    }

    Gauge refused() {
        return refused;
    }

    Gauge drains() {
        return drains;
    }

    boolean isReady() {
        return isReady;
    }

    /** So that the load balancer sends no more; what comes is still served. */
    void turnReadinessOff() {
        isReady = false;
    }

    /** Refuses what comes from now on, and waits for what is inside. */
    void drain() throws InterruptedException {
        isReady = false;
        drains.add(1);
        inside.await(0);
    }
}
