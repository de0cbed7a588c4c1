package pykata.bench;

import java.util.concurrent.CompletableFuture;

/** A running system that is asked over and over, whether or not it has answered what it was asked before. */
public interface AskedSystem extends AutoCloseable {

    /** What a request got. */
    enum Answer {
        ANSWERED,

        /** At once and on purpose, as there was no room. */
        REFUSED
    }

    /**
     * Asks once, and returns before there is an answer.
     *
     * @param number counts the requests of one measurement
     * @return fails if there is none, or another one than the system is to give
     */
    CompletableFuture<Answer> ask(long number);

    /**
     * How many clients that each wait for their answer keep it as busy as it can be; it refuses none of them. What it
     * carries is measured with so many.
     */
    int clients();

    /** Ends the system. */
    @Override
    void close() throws Exception;
}
