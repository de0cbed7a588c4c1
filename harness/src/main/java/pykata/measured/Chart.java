package pykata.measured;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.apache.commons.io.function.Uncheck;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CategoryMarker;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StatisticalLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.util.ShapeUtils;
import org.jfree.data.statistics.DefaultStatisticalCategoryDataset;
import org.jfree.svg.SVGGraphics2D;

/** A benchmark's times as points with error bars, on a logarithmic axis: a drawing of its result file. */
public final class Chart {

    /** Okabe and Ito's, which also who sees colours differently tells apart. */
    private static final List<Color> COLOURS =
            List.of(new Color(0x0072B2), new Color(0x56B4E9), new Color(0xE69F00), new Color(0x009E73));

    /** Also without colour they are told apart. */
    private static final List<Shape> SHAPES = List.of(
            new Ellipse2D.Double(-6, -6, 12, 12),
            ShapeUtils.createDiamond(7),
            ShapeUtils.createUpTriangle(6),
            new Rectangle2D.Double(-5, -5, 10, 10));

    /** Narrow, and the letters large: on a phone it shrinks to two thirds. */
    private static final int WIDTH = 560;

    /** Behind the points of a row; the lines of the scale can be seen through it. */
    private static final Color BAND = new Color(0, 0, 0, 18);

    private static final int HEIGHT_OF_A_POINT = 18;
    private static final int HEIGHT_OF_THE_REST = 140;
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

    private Chart() {}

    /** Where a question's folder keeps it. */
    public static Path in(Path folder) {
        return folder.resolve("benchmarks/" + folder.getFileName() + ".svg");
    }

    /** Whether a question's chart is drawn from its results as they are. */
    public static boolean isCurrent(Path folder) {
        return Files.exists(in(folder))
                && Uncheck.apply(Files::readString, in(folder)).endsWith(mark(folder));
    }

    /** Draws a question's results. White is drawn too, so that it can be read on a dark page. */
    public static void draw(Path folder) {
        var file = ResultFile.read(ResultFile.in(folder));
        var height = HEIGHT_OF_THE_REST + HEIGHT_OF_A_POINT * file.results().size();
        var graphics = new SVGGraphics2D(WIDTH, height);
        graphics.setDefsKeyPrefix("chart"); // else a name that is another one each time
        chart(file).draw(graphics, new Rectangle(WIDTH, height));
        Uncheck.run(
                () -> Files.writeString(in(folder), graphics.getSVGDocument() + mark(folder)),
                () -> "cannot write " + in(folder));
    }

    /** Ties a drawing to what was drawn: its letters are a little different on each machine. */
    private static String mark(Path folder) {
        return "\n<!-- drawn from results %s -->\n"
                .formatted(Environment.hash(Uncheck.apply(Files::readString, ResultFile.in(folder))));
    }

    private static JFreeChart chart(ResultFile file) {
        var unit = TimeUnit.fitting(file.results());
        var points = new DefaultStatisticalCategoryDataset();
        for (var result : file.results()) {
            points.add(
                    unit.in(result.score()),
                    unit.in(result.error()),
                    result.column(),
                    result.row().replace("`", ""));
        }
        var plot = new CategoryPlot(points, rows(), axis(file, unit), renderer(points.getRowCount()));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setInsets(new RectangleInsets(0, 0, 0, 30)); // the last number of the axis is wider than half of nothing
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        for (var row : points.getColumnKeys()) {
            plot.addDomainMarker(new CategoryMarker((String) row, BAND, new BasicStroke(1)), Layer.BACKGROUND);
        }
        plot.setOutlineVisible(false);
        var chart = new JFreeChart(file.question(), FONT.deriveFont(Font.BOLD), plot, true);
        chart.setBackgroundPaint(Color.WHITE);
        chart.getLegend().setPosition(RectangleEdge.BOTTOM);
        chart.getLegend().setItemFont(FONT);
        return chart;
    }

    private static CategoryAxis rows() {
        var axis = new CategoryAxis();
        axis.setTickLabelFont(FONT);
        axis.setMaximumCategoryLabelLines(3);
        axis.setMaximumCategoryLabelWidthRatio(0.3f);
        axis.setTickMarksVisible(false);
        axis.setLowerMargin(0.01);
        axis.setUpperMargin(0.01);
        axis.setCategoryMargin(0.1);
        return axis;
    }

    /** Wide enough for two of the numbers below it, which are powers of ten: one alone would not tell the scale. */
    private static LogAxis axis(ResultFile file, TimeUnit unit) {
        var scores = file.results().stream()
                .mapToDouble(result -> unit.in(result.score()))
                .summaryStatistics();
        var from = scores.getMin() * 0.7;
        var to = scores.getMax() * 1.4;
        var number = Math.pow(10, Math.ceil(Math.log10(from)));
        if (10 * number > to) {
            from = number * 0.099;
            to = Math.max(to, number * 1.1);
        }
        var axis = new LogAxis("%s per %s, logarithmic".formatted(unit.symbol(), file.unit()));
        axis.setTickUnit(new NumberTickUnit(1)); // a power of ten
        axis.setNumberFormatOverride(new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        axis.setRange(from, to);
        axis.setTickLabelFont(FONT);
        axis.setLabelFont(FONT);
        return axis;
    }

    /** Points and not bars: on a logarithmic axis a bar's length says nothing. */
    private static StatisticalLineAndShapeRenderer renderer(int columns) {
        var renderer = new StatisticalLineAndShapeRenderer(false, true);
        renderer.setUseSeriesOffset(true);
        renderer.setItemMargin(0);
        renderer.setErrorIndicatorPaint(Color.DARK_GRAY);
        for (var column = 0; column < columns; column++) {
            renderer.setSeriesPaint(column, COLOURS.get(column % COLOURS.size()));
            renderer.setSeriesShape(column, SHAPES.get(column % SHAPES.size()));
        }
        return renderer;
    }
}
