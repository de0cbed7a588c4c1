package pykata.answer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import pykata.python.Folders;

/** Everything about a question's pages that can be checked without running Python. */
public final class PageCheck {

    private static final int MOST_WORDS = 1200;

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
            check.add(question.readme(), "there is no answer page");
            return check.problems;
        }
        var readme = Page.read(question.readme());
        check.claims(readme, proofs);
        check.twins(readme, Set.copyOf(twinless));
        check.page(readme);
        if (AnswerForm.isExpectedOf(question, readme)) {
            new AnswerForm(question, readme).problems().forEach(check.problems::add);
        }
        if (Catalogue.questions().containsKey(question.id())) {
            check.interviewer();
            check.mustHave(readme, "mutants", "it does not say how many mutants are killed", "under Practice");
            check.repository();
        }
        return List.copyOf(check.problems);
    }

    /** Checks what needs no run of the tests: a claim of the page is taken to have a test, and not to need a twin. */
    public static List<Problem> check(Question question) {
        var claims = Files.exists(question.readme())
                ? Page.read(question.readme()).claims().stream()
                        .map(Page.ClaimText::id)
                        .toList()
                : List.<String>of();
        return check(question, claims, claims, Findings.NONE);
    }

    private void claims(Page readme, Collection<String> proofs) {
        var claims = readme.claims();
        var most = PageLimits.of(question).claims();
        if (claims.size() > most) {
            add(readme, claims.get(most), "%d claims; an answer makes at most %d", claims.size(), most);
        }
        var seen = new HashSet<String>();
        var number = 0;
        for (var claim : claims) {
            number++;
            var said = "the claim \"" + claim.sentence() + "\"";
            if (!seen.add(claim.id())) {
                add(readme, claim, "a second claim has the id %s", claim.id());
            }
            if (!proofs.contains(claim.id())) {
                add(readme, claim, "%s has no test; write a @Claim method named %s", said, claim.id());
            }
            if (claim.number() != number) {
                add(readme, claim, "%s is the page's number %d; run ./kata sync", said, number);
            }
            if (readme.observed(claim.id()).isEmpty()) {
                add(readme, claim, "%s shows nothing observed; put <!-- observed --> under it", said);
            }
        }
        for (var proof : proofs) {
            if (!seen.contains(proof)) {
                var missing = "the test %s proves no claim; give a heading <a id=\"%s\"></a> and a sentence";
                add(readme.file(), missing, proof, proof);
            }
        }
    }

    private void twins(Page readme, Set<String> twinless) {
        for (var claim : readme.claims()) {
            var folder = question.twin(claim.id());
            if (!twinless.contains(claim.id()) && Folders.files(folder, ".py").isEmpty()) {
                add(
                        readme,
                        claim,
                        "nothing shows that the claim \"%s\" can fail; put a broken twin into %s",
                        claim.sentence(),
                        question.name(folder));
            }
        }
        for (var folder : question.twins()) {
            if (readme.claim(folder.getFileName().toString()).isEmpty()) {
                add(folder, "a broken twin of a claim that is not on the page");
            }
            for (var twin : Folders.files(folder, ".py")) {
                var original = folder.relativize(twin);
                if (question.python().stream().noneMatch(root -> Files.exists(root.resolve(original)))) {
                    add(twin, "a broken twin of a module that is not in src/main/python");
                }
            }
        }
    }

    private void page(Page page) {
        var title =
                page.headings().stream().filter(heading -> heading.level() == 1).findFirst();
        var verbatim = Catalogue.questions().get(question.id());
        if (verbatim != null && !title.map(Page.Heading::text).orElse("").equals(verbatim)) {
            add(page.file(), "the title is not the question: \"%s\"", verbatim);
        }
        LinkProblems.of(page, any -> true).forEach(problems::add);
        blocks(page, page.markers().stream());
    }

    private void blocks(Page page, Stream<Page.Marker> markers) {
        markers.map(marker -> new Block.Place(question, page, marker, findings, false).problem())
                .flatMap(Optional::stream)
                .forEach(problems::add);
    }

    private void mustHave(Page page, String kind, String missing, String where) {
        if (page.markers(kind).findAny().isEmpty()) {
            add(page.file(), "%s; put <!-- %s --> %s", missing, kind, where);
        }
    }

    private void interviewer() {
        if (!Files.exists(question.interviewer())) {
            add(question.interviewer(), "there is no page for the interviewer");
            return;
        }
        var page = Page.read(question.interviewer());
        page(page);
        var sections = page.sections().map(Page.Heading::text).toList();
        if (!sections.equals(INTERVIEWER_SECTIONS)) {
            add(page.file(), "the sections are %s; they must be %s", sections, INTERVIEWER_SECTIONS);
        }
        var words = page.words().visible() + page.words().folded();
        if (words > MOST_WORDS) {
            add(page.file(), "%d words outside tables and listings; at most %d", words, MOST_WORDS);
        }
        new Sheet(question, page).problem().ifPresent(problems::add);
    }

    /** What the repository's own pages say of the question: its row in the index, and where its two Pythons differ. */
    private void repository() {
        var index = Page.read(question.root().resolve("README.md"));
        mustHave(index, "index", "there is no index of the questions", "where it belongs");
        blocks(index, index.markers("index"));
        var file = question.root().resolve(Differences.PAGE);
        if (!Files.exists(file)) {
            add(file, "there is no page for who embeds Python");
            return;
        }
        var list = Page.read(file);
        mustHave(list, "differences", "there is no list of differences", "where it belongs");
        blocks(list, list.markers("differences"));
        LinkProblems.of(list, destination -> destination.startsWith(question.id() + "/"))
                .forEach(problems::add);
    }

    private void add(Path file, String what, Object... parts) {
        problems.add(new Problem(file, 1, what.formatted(parts)));
    }

    private void add(Page page, Page.ClaimText claim, String what, Object... parts) {
        problems.add(new Problem(page.file(), claim.line(), what.formatted(parts)));
    }
}
