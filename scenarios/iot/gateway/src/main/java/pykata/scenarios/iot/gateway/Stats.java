package pykata.scenarios.iot.gateway;

/**
 * What this gateway has done since it started. The log knows what is true; these numbers end with the process.
 *
 * @param readings that are in the log
 * @param letters that are in the log
 * @param failed publishes that the log has not taken, as far as is known
 * @param refused publishes for which there was no room
 * @param overQuota publishes that were refused because their device made too many
 * @param inside publishes that are on their way now
 * @param bytes of their payloads
 * @param mostInside the most publishes that were ever on their way
 * @param bound how many may be
 */
public record Stats(
        long readings,
        long letters,
        long failed,
        long refused,
        long overQuota,
        long inside,
        long bytes,
        long mostInside,
        long bound) {}
