package pykata.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import pykata.bench.AskedSystem.Answer;
import pykata.measured.Load;

class OpenLoopTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private record Told(LongFunction<CompletableFuture<Answer>> answers) implements AskedSystem {

        @Override
        public CompletableFuture<Answer> ask(long number) {
            return answers.apply(number);
        }

        @Override
        public int clients() {
            return 1;
        }

        @Override
        public void close() {
            // there is nothing to end
        }
    }

    private static Load.AtRate asked(Duration limit, LongFunction<CompletableFuture<Answer>> answers) {
        return new OpenLoop(new Told(answers), limit).ask(0.5, 1000, Duration.ofMillis(100));
    }

    @Test
    void what_was_due_while_the_driver_stood_still_has_waited() {
        var rate = asked(LIMIT, number -> {
            if (number == 0) {
                standStill(Duration.ofMillis(400));
            }
            return CompletableFuture.completedFuture(Answer.ANSWERED);
        });
        assertThat(rate.answered()).isEqualTo(100);
        assertThat(rate.median()).isGreaterThanOrEqualTo(300e6); // all hundred were due in the first 100 ms
    }

    private static void standStill(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refused_and_failed_requests_are_counted_and_only_the_refused_ones_have_no_time() {
        var rate = asked(LIMIT, number -> switch ((int) (number % 4)) {
            case 0 -> CompletableFuture.completedFuture(Answer.REFUSED);
            case 1, 2 -> CompletableFuture.failedFuture(new IllegalStateException("broken"));
            default -> CompletableFuture.completedFuture(Answer.ANSWERED);
        });
        assertThat(rate)
                .extracting(Load.AtRate::answered, Load.AtRate::refused, Load.AtRate::failed)
                .containsExactly(25L, 25L, 50L);
        assertThat(rate.p99()).isGreaterThanOrEqualTo(LIMIT.toNanos());
    }

    @Test
    void a_request_without_an_answer_ends_at_its_limit() {
        var rate = asked(Duration.ofMillis(50), number -> new CompletableFuture<>());
        assertThat(rate.failed()).isEqualTo(100);
    }

    /** A driver that counts what is open in 16 bits, as a Phaser does, would fail under a fast system. */
    @Test
    void any_number_of_requests_may_be_open() {
        var open = new ArrayList<CompletableFuture<Answer>>();
        var last = 69_999;
        var rate = new OpenLoop(
                        new Told(number -> {
                            var answer = new CompletableFuture<Answer>();
                            open.add(answer);
                            if (number == last) {
                                open.forEach(each -> each.complete(Answer.ANSWERED));
                            }
                            return answer;
                        }),
                        LIMIT)
                .ask(1.5, 700_000, Duration.ofMillis(100));
        assertThat(rate.answered()).isEqualTo(last + 1);
    }
}
