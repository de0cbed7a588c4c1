package pykata.scenarios.iot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import pykata.measured.MarkdownTable;

/**
 * One table of measurements, with all that was seen.
 *
 * @param rows numbers and words, one for each column
 * @param raw what the numbers were made of
 * @param load average of the machine's load when it was begun, and when it was done
 */
record MeasuredTable(
        String id, String date, List<Double> load, List<String> columns, List<List<Object>> rows, List<Object> raw) {

    private static final int DIGITS = 3;

    /** As the page has it. */
    List<String> markdown() {
        return MarkdownTable.of(
                columns,
                rows.stream().map(row -> row.stream().map(MeasuredTable::cell).toList()));
    }

    private static String cell(Object value) {
        if (!(value instanceof Number number)) {
            return value == null ? "—" : value.toString();
        }
        var rounded =
                new BigDecimal(number.toString()).round(new MathContext(DIGITS)).stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
    }

    static double median(List<Double> samples) {
        var sorted = samples.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    static String range(List<Double> samples) {
        return Stream.of(
                        samples.stream().min(Double::compare).orElseThrow(),
                        samples.stream().max(Double::compare).orElseThrow())
                .map(MeasuredTable::cell)
                .reduce("%s–%s"::formatted)
                .orElseThrow();
    }
}
