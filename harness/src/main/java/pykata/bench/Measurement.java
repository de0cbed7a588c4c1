package pykata.bench;

import pykata.measured.On;

/**
 * One cell of a benchmark's table.
 *
 * @param row its row's name
 * @param column its column's name
 * @param on what it runs on
 * @param units how many units one run of the work does: times are given per unit
 */
public record Measurement(String row, String column, On on, long units, Work work) {

    /** What it is called in a list of all. */
    String name() {
        return "%s | %s".formatted(row, column.equals(on.title()) ? column : on.title() + " | " + column);
    }
}
