package pykata.scenarios.iot.devices;

/** What has happened to all devices together. Only the fleet's thread touches it. */
final class Counts {

    long connected;
    long connects;
    long lost;
    long flaps;
    long attempts;
    long refused;
    long unanswered;
    long finished;
}
