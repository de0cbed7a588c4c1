package pykata.answer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.function.Uncheck;

/** Rewrites what is generated on a page: the claims' numbers and its {@link Block}s; and nothing else. */
public final class PageWriter {

    private final Page page;
    private final List<Edit> edits = new ArrayList<>();

    /** Lines that take the place of others; an insertion if {@code last} is before {@code first}. */
    private record Edit(int first, int last, List<String> lines) {}

    private PageWriter(Page page) {
        this.page = page;
    }

    /**
     * Rewrites a question's pages, its sheet to print, and draws its chart.
     *
     * @return the files that have changed
     * @throws IllegalArgumentException if a listing names no source
     */
    public static List<Path> rewrite(Question question, Findings findings) {
        var pages = Stream.of(question.readme(), question.interviewer())
                .filter(Files::exists)
                .filter(file -> rewrite(file, findings));
        var sheet = Stream.of(question.interviewer())
                .filter(Files::exists)
                .flatMap(file -> new Sheet(question, Page.read(file)).write().stream());
        return Stream.of(pages, sheet, Benchmarks.draw(question).stream())
                .flatMap(files -> files)
                .toList();
    }

    /**
     * Rewrites the repository's own pages, once those of the questions are as they should be.
     *
     * @return the files that have changed
     */
    public static List<Path> rewriteRepository(Path root, Findings findings) {
        return Stream.of("README.md", Differences.PAGE)
                .map(root::resolve)
                .filter(Files::exists)
                .filter(file -> rewrite(file, findings))
                .toList();
    }

    /**
     * Rewrites a page.
     *
     * @return whether it has changed
     * @throws IllegalArgumentException if a listing names no source
     */
    public static boolean rewrite(Path file, Findings findings) {
        var writer = new PageWriter(Page.read(file));
        writer.numbers();
        Block.KINDS.forEach((word, kind) -> writer.blocks(word, kind, findings));
        return writer.save();
    }

    private void numbers() {
        var number = 0;
        for (var claim : page.claims()) {
            number++;
            var renumbered = "### <a id=\"%s\"></a>%d. %s".formatted(claim.id(), number, claim.sentence());
            edits.add(new Edit(claim.line(), claim.line(), List.of(renumbered)));
        }
    }

    private void blocks(String word, Block kind, Findings findings) {
        var question = Question.in(page.file().getParent());
        var isChanged = changes();
        page.markers(word)
                .forEach(marker -> kind.content(new Block.Place(question, page, marker, findings, isChanged))
                        .ifPresent(content -> replace(marker, content)));
    }

    private void replace(Page.Marker marker, List<String> block) {
        if (marker.firstLine() > 0) {
            edits.add(new Edit(marker.firstLine(), marker.lastLine(), block));
            return;
        }
        var inserted = new ArrayList<>(block);
        inserted.addFirst("");
        if (marker.line() < page.lines().size()
                && !page.lines().get(marker.line()).isBlank()) {
            inserted.add(""); // else what follows would become part of the block, and go with it next time
        }
        edits.add(new Edit(marker.line() + 1, marker.line(), inserted));
    }

    private boolean changes() {
        return !edited().equals(page.lines());
    }

    private List<String> edited() {
        var lines = new ArrayList<>(page.lines());
        edits.stream().sorted(Comparator.comparingInt(Edit::first).reversed()).forEach(edit -> {
            var old = lines.subList(edit.first() - 1, edit.last());
            old.clear();
            old.addAll(edit.lines());
        });
        return lines;
    }

    private boolean save() {
        if (!changes()) {
            return false;
        }
        var text = String.join("\n", edited()) + "\n";
        Uncheck.run(() -> Files.writeString(page.file(), text), () -> "cannot write " + page.file());
        return true;
    }
}
