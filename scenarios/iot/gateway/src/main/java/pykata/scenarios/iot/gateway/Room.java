package pykata.scenarios.iot.gateway;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much may be on its way into the log: so many publishes, of so many bytes. Whatever does not fit is refused at once, so
 * that a slow log makes the devices wait and not the heap grow.
 */
final class Room {

    private final long publishes;
    private final long bytes;

    private long publishesInside;
    private long bytesInside;
    private long mostInside;
    private final AtomicLong refused = new AtomicLong();

    Room(long publishes, long bytes) {
        if (publishes < 1) {
            throw new IllegalArgumentException("--readings takes a number from 1 on");
        }
        if (bytes < 1) {
            throw new IllegalArgumentException("--bytes takes a number from 1 on");
        }
        this.publishes = publishes;
        this.bytes = bytes;
    }

    /** Takes the room for one; false if there is none. */
    synchronized boolean enter(int size) {
        if (publishesInside == publishes || bytesInside + size > bytes) {
            refused.incrementAndGet();
            return false;
        }
        publishesInside++;
        bytesInside += size;
        mostInside = Math.max(mostInside, publishesInside);
        return true;
    }

    synchronized void leave(int size) {
        publishesInside--;
        bytesInside -= size;
    }

    /** How many publishes may be inside. */
    long bound() {
        return publishes;
    }

    synchronized long inside() {
        return publishesInside;
    }

    synchronized long bytesInside() {
        return bytesInside;
    }

    /** The most publishes that were ever inside. */
    synchronized long mostInside() {
        return mostInside;
    }

    long refused() {
        return refused.get();
    }
}
