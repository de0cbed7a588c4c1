package pykata.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everything about a question's pages that can be checked without running Python. */
public final class PageCheck {

    static final int MOST_CLAIMS = 7;
    static final int MOST_WORDS = 1200;

    private static final List<String> ANSWER_SECTIONS = List.of(
            "In 60 seconds",
            "Claims",
            "Common wrong answers",
            "When to choose what",
            "Follow-ups",
            "Practice",
            "Sources");
    private static final List<String> INTERVIEWER_SECTIONS = List.of(
            "What this question measures",
            "Time",
            "Rubric",
            "Probes",
            "Red flags and false alarms",
            "For somebody who has read the page");

    private final Question question;
    private final Findings findings;
    private final List<Problem> problems = new ArrayList<>();

    private PageCheck(Question question, Findings findings) {
        this.question = question;
        this.findings = findings;
    }

    /**
     * Checks a question's pages, and what the repository's own pages say of it.
     *
     * @param proofs the ids of the claims that have a test
     * @param twinless those of them that need no broken twin
     * @param findings what a run has found out of what the pages show
     */
    public static List<Problem> check(
            Question question, Collection<String> proofs, Collection<String> twinless, Findings findings) {
        var check = new PageCheck(question, findings);
        if (!Files.exists(question.readme())) {
            check.add(question.readme(), 1, "there is no answer page");
            return check.problems;
        }
        var readme = Page.read(question.readme());
        check.claims(readme, proofs);
        check.twins(readme, Set.copyOf(twinless));
        check.page(readme, ANSWER_SECTIONS);
        if (Catalogue.questions().containsKey(question.id())) {
            check.interviewer();
            check.mutants(readme);
            new RepositoryPages(question).problems().forEach(check.problems::add);
        }
        return List.copyOf(check.problems);
    }

    private void claims(Page readme, Collection<String> proofs) {
        if (readme.claims().size() > MOST_CLAIMS) {
            add(
                    readme.file(),
                    readme.claims().get(MOST_CLAIMS).line(),
                    "%d claims; an answer makes at most %d"
                            .formatted(readme.claims().size(), MOST_CLAIMS));
        }
        var seen = new HashSet<String>();
        var number = 0;
        for (var claim : readme.claims()) {
            number++;
            if (!seen.add(claim.id())) {
                add(readme.file(), claim.line(), "a second claim has the id " + claim.id());
            }
            if (!proofs.contains(claim.id())) {
                add(
                        readme.file(),
                        claim.line(),
                        "the claim \"%s\" has no test; write a @Claim method named %s"
                                .formatted(claim.sentence(), claim.id()));
            }
            if (claim.number() != number) {
                add(
                        readme.file(),
                        claim.line(),
                        "the claim \"%s\" is the page's number %d; run ./kata sync"
                                .formatted(claim.sentence(), number));
            }
            if (readme.observed(claim.id()).isEmpty()) {
                add(
                        readme.file(),
                        claim.line(),
                        "the claim \"%s\" shows nothing observed; put <!-- observed --> under it"
                                .formatted(claim.sentence()));
            }
        }
        for (var proof : proofs) {
            if (!seen.contains(proof)) {
                add(
                        readme.file(),
                        1,
                        "the test %s proves no claim; give a heading <a id=\"%s\"></a> and a sentence"
                                .formatted(proof, proof));
            }
        }
    }

    private void twins(Page readme, Set<String> twinless) {
        for (var claim : readme.claims()) {
            var folder = question.twin(claim.id());
            if (!twinless.contains(claim.id()) && pythonFiles(folder).isEmpty()) {
                add(
                        readme.file(),
                        claim.line(),
                        "nothing shows that the claim \"%s\" can fail; put a broken twin into %s"
                                .formatted(claim.sentence(), question.name(folder)));
            }
        }
        for (var folder : question.twins()) {
            if (readme.claim(folder.getFileName().toString()).isEmpty()) {
                add(folder, 1, "a broken twin of a claim that is not on the page");
            }
            for (var twin : pythonFiles(folder)) {
                var original = folder.relativize(twin);
                if (question.python().stream().noneMatch(root -> Files.exists(root.resolve(original)))) {
                    add(twin, 1, "a broken twin of a module that is not in src/main/python");
                }
            }
        }
    }

    private void page(Page page, List<String> sections) {
        var title =
                page.headings().stream().filter(heading -> heading.level() == 1).findFirst();
        var verbatim = Catalogue.questions().get(question.id());
        if (verbatim != null && !title.map(Page.Heading::text).orElse("").equals(verbatim)) {
            add(page.file(), 1, "the title is not the question: \"%s\"".formatted(verbatim));
        }
        if (page.file().equals(question.readme()) && AnswerForm.isExpectedOf(question, page)) {
            new AnswerForm(question, page).problems().forEach(problems::add);
        } else {
            sections(page, sections);
        }
        DeadLinks.of(page, any -> true).forEach(problems::add);
        page.markers()
                .forEach(marker -> new Block.Place(question, page, marker, findings, false)
                        .problem()
                        .ifPresent(problems::add));
    }

    private void sections(Page page, List<String> sections) {
        var found = page.headings().stream()
                .filter(heading -> heading.level() == 2)
                .map(Page.Heading::text)
                .filter(sections::contains)
                .toList();
        if (Catalogue.questions().containsKey(question.id()) && !found.equals(sections)) {
            add(page.file(), 1, "the sections are %s; they must be %s".formatted(found, sections));
        }
        var words = page.words().visible() + page.words().folded();
        if (words > MOST_WORDS) {
            add(
                    page.file(),
                    1,
                    "%d words outside tables and listings; at most %d are read in five minutes"
                            .formatted(words, MOST_WORDS));
        }
    }

    private void mutants(Page readme) {
        if (readme.markers("mutants").findAny().isEmpty()) {
            add(readme.file(), 1, "it does not say how many mutants are killed; put <!-- mutants --> under Practice");
        }
    }

    private void interviewer() {
        if (!Files.exists(question.interviewer())) {
            add(question.interviewer(), 1, "there is no page for the interviewer");
            return;
        }
        var page = Page.read(question.interviewer());
        page(page, INTERVIEWER_SECTIONS);
        new Sheet(question, page).problem().ifPresent(problems::add);
    }

    private void add(Path file, int line, String what) {
        problems.add(new Problem(file, line, what));
    }

    /** The broken twins in a folder, at any depth. */
    static List<Path> pythonFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".py"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
