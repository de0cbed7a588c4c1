package pykata.measured;

import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.category.StatisticalBarRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.statistics.DefaultStatisticalCategoryDataset;
import org.jfree.svg.SVGGraphics2D;

/** A benchmark's times as bars with error bars, on a logarithmic axis: a drawing of its result file. */
public final class Chart {

    /** Okabe and Ito's, which also who sees colours differently tells apart. */
    private static final List<Color> COLOURS =
            List.of(new Color(0x0072B2), new Color(0x56B4E9), new Color(0xE69F00), new Color(0x009E73));

    private static final int WIDTH = 900;
    private static final int HEIGHT_OF_A_BAR = 18;
    private static final int HEIGHT_OF_THE_REST = 120;

    private Chart() {}

    /** Where a question's folder keeps it. */
    public static Path in(Path folder) {
        return folder.resolve("benchmarks/" + folder.getFileName() + ".svg");
    }

    /** Whether a question's chart is drawn from its results as they are. */
    public static boolean isCurrent(Path folder) {
        try {
            return Files.exists(in(folder)) && Files.readString(in(folder)).endsWith(mark(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Draws a question's results. White is drawn too, so that it can be read on a dark page. */
    public static void draw(Path folder) {
        var file = ResultFile.read(ResultFile.in(folder));
        var height = HEIGHT_OF_THE_REST + HEIGHT_OF_A_BAR * file.results().size();
        var graphics = new SVGGraphics2D(WIDTH, height);
        graphics.setDefsKeyPrefix("chart"); // else a name that is another one each time
        chart(file).draw(graphics, new Rectangle(WIDTH, height));
        try {
            Files.writeString(in(folder), graphics.getSVGDocument() + mark(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + in(folder), e);
        }
    }

    /** Ties a drawing to what was drawn: its letters are a little different on each machine. */
    private static String mark(Path folder) throws IOException {
        return "\n<!-- drawn from results %s -->\n"
                .formatted(Environment.hash(Files.readString(ResultFile.in(folder))));
    }

    private static JFreeChart chart(ResultFile file) {
        var inMicroseconds = file.results().stream().anyMatch(result -> result.score() >= 1e5);
        var scale = inMicroseconds ? 1e3 : 1;
        var bars = new DefaultStatisticalCategoryDataset();
        for (var result : file.results()) {
            bars.add(
                    result.score() / 1e3,
                    result.error() / 1e3,
                    result.column(),
                    result.row().replace("`", ""));
        }
        var least = file.results().stream().mapToDouble(Result::score).min().orElse(1) / scale;
        var most = file.results().stream().mapToDouble(Result::score).max().orElse(1) / scale;
        var floor = Math.pow(10, Math.floor(Math.log10(least)));

        var axis = new LogAxis("%s per %s, logarithmic".formatted(inMicroseconds ? "µs" : "ns", file.unit()));
        axis.setTickUnit(new NumberTickUnit(1)); // a power of ten
        axis.setNumberFormatOverride(new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        axis.setRange(floor, 2 * most);

        var renderer = new StatisticalBarRenderer();
        renderer.setBase(floor); // a logarithmic axis has no zero for a bar to stand on
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setErrorIndicatorPaint(Color.DARK_GRAY);
        for (var series = 0; series < bars.getRowCount(); series++) {
            renderer.setSeriesPaint(series, COLOURS.get(series % COLOURS.size()));
        }

        var plot = new CategoryPlot(bars, new CategoryAxis(), axis, renderer);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        plot.setOutlineVisible(false);
        var chart = new JFreeChart(file.question(), new Font(Font.SANS_SERIF, Font.BOLD, 16), plot, true);
        chart.setBackgroundPaint(Color.WHITE);
        chart.getLegend().setPosition(RectangleEdge.BOTTOM);
        return chart;
    }
}
