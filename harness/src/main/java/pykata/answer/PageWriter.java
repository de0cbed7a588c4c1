package pykata.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Rewrites what is generated on a page: numbers, listings, observed tables, the index, the differences; and nothing else. */
public final class PageWriter {

    private static final Pattern CLAIM_NUMBER = Pattern.compile("^(### <a id=\"[^\"]+\"></a>)\\s*(?:\\d+\\.\\s+)?");
    private static final Pattern PROVED = Pattern.compile("Proved on (.*), on \\d{4}-\\d{2}-\\d{2}\\.");

    private final Page page;
    private final List<Edit> edits = new ArrayList<>();

    /** Lines that take the place of others; an insertion if {@code last} is before {@code first}. */
    private record Edit(int first, int last, List<String> lines) {}

    private PageWriter(Page page) {
        this.page = page;
    }

    /**
     * Rewrites a page's generated parts.
     *
     * @param tables the observed tables to show, by claim; claims that are not in it keep theirs
     * @param evidence by claim, the links to its Python, its test and its broken twin
     * @param platform what they were observed on, such as {@code linux-x86_64, JDK 25.0.3}; empty if nothing was
     * @return whether the page has changed
     * @throws IllegalArgumentException if a listing names no source
     */
    public static boolean rewrite(
            Path file, Map<String, ObservedTable> tables, Map<String, String> evidence, String platform) {
        var writer = new PageWriter(Page.read(file));
        writer.numbers();
        writer.listings();
        writer.benchmarks();
        writer.tables(tables, evidence);
        if (!tables.isEmpty()) {
            writer.proved(tables, platform);
        }
        return writer.save();
    }

    /** Rewrites what a page shows of its question's benchmark. */
    public static boolean rewriteBenchmarks(Path file) {
        var writer = new PageWriter(Page.read(file));
        writer.benchmarks();
        return writer.save();
    }

    /** Rewrites the index of the repository's first page. */
    public static boolean rewriteIndex(Path root) {
        var writer = new PageWriter(Page.read(root.resolve("README.md")));
        for (var marker : writer.markers("index")) {
            writer.replace(marker, Index.table(root));
        }
        return writer.save();
    }

    /** Rewrites the list of what differs between the two Pythons, once the questions' pages are as they should be. */
    public static boolean rewriteDifferences(Path root) {
        var writer = new PageWriter(Page.read(root.resolve(Differences.PAGE)));
        for (var marker : writer.markers("differences")) {
            writer.replace(marker, Differences.table(root));
        }
        return writer.save();
    }

    /** Rewrites what the repository's first page shows of a command's output. */
    public static boolean rewriteTranscript(Path root, String command, List<String> output) {
        var writer = new PageWriter(Page.read(root.resolve("README.md")));
        for (var marker : writer.markers("transcript")) {
            if (marker.argument().equals(command)) {
                var block = new ArrayList<String>(List.of("```text", "$ " + command));
                block.addAll(output);
                block.add("```");
                writer.replace(marker, block);
            }
        }
        return writer.save();
    }

    private void numbers() {
        var number = 0;
        for (var claim : page.claims()) {
            number++;
            var line = page.lines().get(claim.line() - 1);
            var renumbered = CLAIM_NUMBER.matcher(line).replaceFirst("$1" + number + ". ");
            edits.add(new Edit(claim.line(), claim.line(), List.of(renumbered)));
        }
    }

    private void listings() {
        for (var marker : markers("listing")) {
            replace(marker, Listing.fenced(page.file().getParent(), marker.argument()));
        }
    }

    /** A question that has not been measured keeps what it has; the check says that it was not. */
    private void benchmarks() {
        for (var marker : markers("benchmark")) {
            Benchmarks.block(page.file(), marker.argument()).ifPresent(block -> replace(marker, block));
        }
    }

    private void tables(Map<String, ObservedTable> tables, Map<String, String> evidence) {
        for (var marker : markers("observed")) {
            var table = tables.get(marker.claim());
            if (table != null) {
                replace(marker, table.markdown(evidence.getOrDefault(marker.claim(), "observed")));
            }
        }
    }

    /** The date is that of the last run that changed the page: a run that confirms it leaves it alone. */
    private void proved(Map<String, ObservedTable> tables, String platform) {
        var interpreters = tables.values().stream()
                .flatMap(table -> table.columns().keySet().stream())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        var on = String.join(" and ", interpreters) + ", " + platform;
        for (var marker : markers("proved")) {
            var before = PROVED.matcher(String.join(" ", page.block(marker)));
            if (!before.matches() || !before.group(1).equals(on) || changes()) {
                replace(marker, List.of("Proved on %s, on %s.".formatted(on, LocalDate.now())));
            }
        }
    }

    private List<Page.Marker> markers(String kind) {
        return page.markers().stream()
                .filter(marker -> marker.kind().equals(kind))
                .toList();
    }

    private void replace(Page.Marker marker, List<String> block) {
        if (marker.firstLine() > 0) {
            edits.add(new Edit(marker.firstLine(), marker.lastLine(), block));
            return;
        }
        var inserted = new ArrayList<String>();
        inserted.add("");
        inserted.addAll(block);
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
            var old = lines.subList(edit.first() - 1, Math.max(edit.last(), edit.first() - 1));
            old.clear();
            lines.addAll(edit.first() - 1, edit.lines());
        });
        return lines;
    }

    private boolean save() {
        if (!changes()) {
            return false;
        }
        try {
            Files.writeString(page.file(), String.join("\n", edited()) + "\n");
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + page.file(), e);
        }
    }
}
