package pykata.bench;

import pykata.measured.MeasuredRuntime;

/**
 * One cell of a benchmark's table.
 *
 * @param row its row's name
 * @param column its column's name
 * @param runtime what it runs on
 * @param comparedWith the column in whose terms this cell's speed is told; this one's own if it is told in none
 * @param isWaiting whether the work mostly waits, so that there is little to warm up
 * @param units how many units one run of the work does: times are given per unit
 */
public record Measurement(
        String row,
        String column,
        String comparedWith,
        MeasuredRuntime runtime,
        boolean isWaiting,
        long units,
        Work work) {

    /** What it is called in a list of all. */
    String name() {
        return row + " | " + column;
    }
}
