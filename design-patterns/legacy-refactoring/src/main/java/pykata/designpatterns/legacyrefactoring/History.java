package pykata.designpatterns.legacyrefactoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.ResetCommand.ResetType;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;
import pykata.answer.Question;
import pykata.python.TemporaryFolder;

/**
 * The refactoring as a git repository in a folder of its own: the code as it was found, and a commit for each patch of
 * {@code src/main/history}. JGit makes it, so no git need be installed.
 */
final class History implements AutoCloseable {

    private static final String FILE = "billing.py";
    private static final Pattern MAIL =
            Pattern.compile("(?s).*?From: (.+?) <(.+?)>\nDate: (.+?)\nSubject: \\[PATCH] (.+?)\ndiff --git .*");

    private final TemporaryFolder folder = TemporaryFolder.create();
    private final Git git;

    /** A commit: its subject, and the code as of then. */
    record Step(String id, String subject, String code) {}

    private History() throws GitAPIException {
        git = Git.init().setDirectory(folder.path().toFile()).call();
    }

    static History of(Question question) {
        try {
            var history = new History();
            var found = question.folder().resolve("src/main/python").resolve(FILE);
            Files.copy(found, history.folder.path().resolve(FILE));
            history.commit(
                    "As it was found",
                    new PersonIdent(
                            "Ada Byte",
                            "ada@shop.example",
                            Instant.parse("2026-03-02T08:00:00Z"),
                            ZoneOffset.ofHours(1)));
            for (var patch : patches(question.folder().resolve("src/main/history"))) {
                history.apply(patch);
            }
            return history;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GitAPIException e) {
            throw new IllegalStateException("the history cannot be made", e);
        }
    }

    private static List<Path> patches(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private void apply(Path patch) throws IOException, GitAPIException {
        var mail = MAIL.matcher(Files.readString(patch));
        if (!mail.matches()) {
            throw new IllegalStateException("no patch as git format-patch writes it: " + patch);
        }
        try (var text = Files.newInputStream(patch)) {
            git.apply().setPatch(text).call();
        }
        var date = ZonedDateTime.parse(mail.group(3), DateTimeFormatter.RFC_1123_DATE_TIME);
        var message = mail.group(4).replaceFirst("\n (?=\\S)", " ").strip();
        commit(message, new PersonIdent(mail.group(1), mail.group(2), date.toInstant(), date.getZone()));
    }

    private void commit(String message, PersonIdent author) throws GitAPIException {
        git.add().addFilepattern(FILE).call();
        git.commit()
                .setAuthor(author)
                .setCommitter(author)
                .setMessage(message)
                .setSign(false)
                .setNoVerify(true)
                .call();
    }

    /** From the code as it was found to the last commit. */
    List<Step> steps() {
        try {
            var steps = new ArrayList<Step>();
            for (var commit : git.log().call()) {
                steps.add(new Step(commit.abbreviate(7).name(), commit.getShortMessage(), code(commit)));
            }
            return steps.reversed();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GitAPIException e) {
            throw new IllegalStateException("the history cannot be read", e);
        }
    }

    /**
     * The code after one of the commits has been taken back on top of all, as {@code git revert} does; nothing if later
     * commits build on it, so that git reports a conflict. Then all is as before.
     */
    Optional<String> reverted(Step step) {
        try {
            var repository = git.getRepository();
            var tip = repository.resolve(Constants.HEAD).name();
            var revert = git.revert().include(repository.resolve(step.id())).call();
            var code = revert == null ? Optional.<String>empty() : Optional.of(code(revert));
            git.reset().setMode(ResetType.HARD).setRef(tip).call();
            return code;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GitAPIException e) {
            throw new IllegalStateException("cannot be tried: " + step.subject(), e);
        }
    }

    private String code(RevCommit commit) throws IOException {
        var repository = git.getRepository();
        try (var tree = TreeWalk.forPath(repository, FILE, commit.getTree())) {
            return new String(repository.open(tree.getObjectId(0)).getBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        git.close();
        folder.close();
    }
}
