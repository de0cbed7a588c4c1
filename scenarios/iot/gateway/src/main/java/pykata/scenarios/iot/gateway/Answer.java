package pykata.scenarios.iot.gateway;

/** What a device is told about one publish; exactly one of the two, once. */
interface Answer {

    /** It is in the log: as a reading or as a dead letter. */
    void taken();

    /** It is not, or nobody knows: the device keeps it and sends it again. */
    void refused(String why);
}
