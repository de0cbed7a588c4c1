package pykata.answer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import pykata.measured.Chart;
import pykata.measured.ResultFile;
import pykata.measured.Tables;

/** A part of what a page shows of its question's benchmark. What has not been measured stays as it is. */
final class Benchmarks implements Block {

    @Override
    public boolean isBegunBy(Node next) {
        return next instanceof TableBlock
                || next instanceof Paragraph && next.getFirstChild() instanceof Image
                || Block.isSentence(next, "Measured on ");
    }

    @Override
    public Optional<List<String>> content(Place place) {
        var question = place.question();
        return Tables.of(question.root(), question.folder()).map(tables -> tables.part(place.argument()));
    }

    @Override
    public Optional<String> problem(Place place) {
        var question = place.question();
        if (!Files.exists(ResultFile.in(question.folder()))) {
            return Optional.of("nothing has been measured; run ./kata bench " + question.id());
        }
        return Block.super
                .problem(place)
                .or(() -> Problem.unless(
                        !place.argument().equals("chart") || Chart.isCurrent(question.folder()),
                        "the chart is not drawn from what was measured; run ./kata sync"));
    }

    @Override
    public String stale(Place place) {
        return "the benchmark's %s are not what was measured, or of what is no more; run ./kata sync"
                .formatted(place.argument());
    }

    /** Draws a question's chart, if it has been measured and the chart is of other results. */
    static Optional<Path> draw(Question question) {
        var folder = question.folder();
        var file = ResultFile.in(folder);
        if (!Files.exists(file) || ResultFile.read(file).results().isEmpty() || Chart.isCurrent(folder)) {
            return Optional.empty();
        }
        Chart.draw(folder);
        return Optional.of(Chart.in(folder));
    }
}
