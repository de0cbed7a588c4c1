package pykata.advanced.pluginsystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.graalvm.polyglot.PolyglotException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pykata.advanced.pluginsystem.Outcome.Answered;
import pykata.advanced.pluginsystem.Outcome.Failed;
import pykata.advanced.pluginsystem.Outcome.Failure;
import pykata.answer.Question;

class PluginHostTest {

    private static final Question QUESTION = Question.of(PluginHostTest.class);
    private static final Path PLUGINS = QUESTION.folder().resolve("src/main/plugins");
    private static final Offer SWIFT = new Offer("swift_post", "swift", "swift_post", "quote", 2);
    private static final Offer FORK = new Offer("swift_post_fork", "swift", "swift_post_fork", "quote", 2);
    private static final Offer PAPER = new Offer("paper_trail", "swift", "paper_trail", "quote", 2);

    @Test
    void a_new_version_takes_over_only_if_it_can_be_imported() throws Exception {
        try (var host = host(SWIFT)) {
            assertThat(host.quote("swift", 250, "DE")).isEqualTo(new Answered(492));
            assertThat(host.replace(PAPER, sandbox("paper-trail"))).isFalse();
            assertThat(host.quote("swift", 250, "DE")).isEqualTo(new Answered(492));
            assertThat(host.replace(FORK, sandbox("swift-post-fork"))).isTrue();
            assertThat(host.quote("swift", 250, "DE")).isEqualTo(new Answered(1));
            assertThat(host.contexts()).isEqualTo(3);
        }
    }

    @Test
    void nobody_answers_to_a_name_that_two_distributions_offer() throws Exception {
        try (var host = host(SWIFT, FORK)) {
            assertThat(host.quote("swift", 250, "DE")).isEqualTo(new Failed(Failure.AMBIGUOUS, ""));
            assertThat(host.report()).isEqualTo(Map.of("swift", Map.of("AMBIGUOUS", 1)));
            assertThat(host.contexts()).isZero();
        }
    }

    @Test
    void of_one_distribution_the_highest_version_is_taken_that_the_host_speaks() throws Exception {
        var old = new Offer("swift_post", "swift", "no_such_module", "quote", 1);
        var next = new Offer("swift_post", "swift", "no_such_module", "quote", 3);
        try (var host = host(old, SWIFT, next)) {
            assertThat(host.quote("swift", 250, "DE")).isEqualTo(new Answered(492));
        }
    }

    @Test
    void an_entry_is_read_however_it_is_written(@TempDir Path site) throws IOException {
        var metadata = Files.createDirectory(site.resolve("swift_post-1.0.dist-info"));
        var entries = List.of(
                "[shop.carriers.v2]", "swift-post = swift:quote", "a.b=swift : Class.quote [extra]", "no entry");
        Files.write(metadata.resolve("entry_points.txt"), entries);
        assertThat(Offer.in(site))
                .containsExactly(
                        new Offer("swift_post", "swift-post", "swift", "quote", 2),
                        new Offer("swift_post", "a.b", "swift", "Class.quote", 2));
    }

    @Test
    void an_unknown_name_is_the_callers_mistake() throws Exception {
        try (var host = host()) {
            assertThatIllegalArgumentException().isThrownBy(() -> host.quote("swift", 250, "DE"));
        }
    }

    @Test
    void an_answer_that_hangs_when_it_is_looked_at_has_hung(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("lazy.py"), """
                import polyglot


                class Answer:
                    pass


                def is_number(answer):
                    print("looked at", flush=True)
                    while True:
                        pass


                polyglot.register_interop_behavior(Answer, is_number=is_number)


                def quote(grams, country):
                    return Answer()
                """);
        var isLookedAt = new CountDownLatch(1);
        var sandbox = Sandbox.of(folder, new OutputStream() {
            @Override
            public void write(int said) {
                isLookedAt.countDown();
            }
        });
        var clock = new AtomicLong();
        var adapter = Files.readString(QUESTION.python("adapter").orElseThrow());
        var offer = new Offer("lazy", "lazy", "lazy", "quote", 2);
        try (var host = new PluginHost(List.of(offer), sandbox, adapter, new Allowance(1, 1L << 40, 2), clock::get)) {
            var call = new FutureTask<>(() -> host.quote("lazy", 250, "DE"));
            Thread.ofPlatform().daemon().start(call);
            assertThat(isLookedAt.await(60, TimeUnit.SECONDS)).isTrue();
            clock.set(2);
            assertThat(call.get(60, TimeUnit.SECONDS)).isEqualTo(new Failed(Failure.HUNG, ""));
        }
    }

    @Test
    void a_link_is_no_way_out_of_the_folder(@TempDir Path folder) throws IOException {
        var outside = Files.writeString(folder.resolve("secret.txt"), "secret");
        var inside = Files.createDirectory(folder.resolve("site"));
        Files.writeString(inside.resolve("own.txt"), "own");
        Files.createSymbolicLink(inside.resolve("link.txt"), outside);
        var context = Sandbox.of(inside, OutputStream.nullOutputStream()).open();
        try {
            var read = context.eval("python", "lambda path: open(path).read()");
            assertThat(read.execute("own.txt").asString()).isEqualTo("own");
            for (var path : List.of("link.txt", "../secret.txt", outside.toString())) {
                assertThat(catchThrowable(() -> read.execute(path)))
                        .isInstanceOf(PolyglotException.class)
                        .hasMessageStartingWith("PermissionError");
            }
        } finally {
            Sandbox.close(context);
        }
    }

    private static PluginHost host(Offer... offers) throws IOException {
        var adapter = Files.readString(QUESTION.python("adapter").orElseThrow());
        var allowance = new Allowance(1, 1L << 40, 2);
        return new PluginHost(List.of(offers), sandbox("swift-post"), adapter, allowance, () -> 0);
    }

    private static Sandbox sandbox(String project) throws IOException {
        return Sandbox.of(PLUGINS.resolve(project), OutputStream.nullOutputStream());
    }
}
