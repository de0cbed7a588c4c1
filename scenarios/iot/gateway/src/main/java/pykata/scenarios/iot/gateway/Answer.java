package pykata.scenarios.iot.gateway;

import java.util.function.Consumer;

/**
 * What a device is told about one publish; exactly one of the two, once.
 *
 * @param whenTaken what then happens
 * @param whenRefused what then happens, with the reason
 */
record Answer(Runnable whenTaken, Consumer<String> whenRefused) {

    /** It is in the log: as a reading or as a dead letter. */
    void taken() {
        whenTaken.run();
    }

    /** It is not, or nobody knows: the device keeps it and sends it again. */
    void refused(String why) {
        whenRefused.accept(why);
    }
}
