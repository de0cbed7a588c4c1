package pykata.advanced.pluginsystem;

/**
 * What one call may use up.
 *
 * @param time in the unit of the host's clock
 * @param bytes that its thread may allocate; what is allocated in one piece between two looks is not noticed in time
 * @param strikes failures in a row before a carrier is not asked any more
 */
public record Allowance(long time, long bytes, int strikes) {}
