package pykata.measured;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** A benchmark's times as bars with error bars, on a logarithmic axis: a drawing of its result file. */
public final class Chart {

    /** Okabe and Ito's, which also who sees colours differently tells apart; on white, so dark pages do not matter. */
    private static final List<Color> COLOURS = List.of(
            new Color(0x0072B2), new Color(0x56B4E9), new Color(0xE69F00), new Color(0x009E73), new Color(0xCC79A7));

    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;

    private Chart() {}

    /** Where a question's folder keeps it. */
    public static Path in(Path folder) {
        return folder.resolve("benchmarks/" + folder.getFileName() + ".svg");
    }

    /** Draws a result file. */
    public static void write(ResultFile file, Path svg) {
        var chart = chart(file);
        var graphics = new VectorGraphics2D();
        chart.paint(graphics, WIDTH, HEIGHT);
        try (var out = Files.newOutputStream(svg)) {
            new SVGProcessor()
                    .getDocument(graphics.getCommands(), new PageSize(0, 0, WIDTH, HEIGHT))
                    .writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + svg, e);
        }
    }

    private static CategoryChart chart(ResultFile file) {
        var rows = names(file, true);
        var columns = names(file, false);
        var chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(file.question())
                .yAxisTitle("µs per " + file.unit() + ", logarithmic")
                .build();
        var style = chart.getStyler();
        style.setYAxisLogarithmic(true);
        style.setChartBackgroundColor(Color.WHITE);
        style.setPlotBorderVisible(false);
        style.setLegendPosition(LegendPosition.OutsideS);
        style.setAvailableSpaceFill(0.8);
        style.setErrorBarsColor(Color.DARK_GRAY);
        for (var index = 0; index < columns.size(); index++) {
            var scores = new ArrayList<Number>();
            var errors = new ArrayList<Number>();
            for (var row : rows) {
                var result = find(file, row, columns.get(index));
                scores.add(result == null ? null : result.score() / 1e3);
                errors.add(result == null ? null : Math.min(result.error(), result.score() * 0.9) / 1e3);
            }
            var series = chart.addSeries(columns.get(index), rows, scores, errors);
            series.setFillColor(COLOURS.get(index % COLOURS.size()));
            series.setLineStyle(new BasicStroke(1));
        }
        return chart;
    }

    private static List<String> names(ResultFile file, boolean rows) {
        var names = new LinkedHashSet<String>();
        file.results().forEach(result -> names.add(rows ? result.row() : result.column()));
        return List.copyOf(names);
    }

    private static @org.jspecify.annotations.Nullable Result find(ResultFile file, String row, String column) {
        return file.results().stream()
                .filter(result -> result.row().equals(row) && result.column().equals(column))
                .findFirst()
                .orElse(null);
    }
}
