package pykata.designpatterns.patternsinpython;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Resilience4j's circuit breaker, set up as {@code outages.broken} is: it opens when the last five calls have failed, and
 * after more than thirty seconds lets one call through.
 */
public final class Resilience {

    /** What is neither a success nor a failure. */
    private static final class Interrupted extends RuntimeException {}

    private final HandMovedClock clock = new HandMovedClock();
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "bank",
            CircuitBreakerConfig.custom()
                    .slidingWindow(5, 5, SlidingWindowType.COUNT_BASED)
                    .failureRateThreshold(100)
                    .waitDurationInOpenState(Duration.ofSeconds(30))
                    .permittedNumberOfCallsInHalfOpenState(1)
                    .ignoreExceptions(Interrupted.class)
                    .clock(clock)
                    .build());

    private Resilience() {}

    /** Its state after each event, in the words of {@code outages.driven}. */
    public static List<String> driven(List<String> events) {
        var bank = new Resilience();
        var states = new ArrayList<String>();
        for (var event : events) {
            states.add(bank.after(event));
        }
        return states;
    }

    private String after(String event) {
        if (event.equals("10 s")) {
            clock.now = clock.now.plusSeconds(10);
            return breaker.getState().name();
        }
        if (!breaker.tryAcquirePermission()) {
            return "refused, " + breaker.getState().name();
        }
        switch (event) {
            case "ok" -> breaker.onSuccess(0, TimeUnit.SECONDS);
            case "fail" -> breaker.onError(0, TimeUnit.SECONDS, new IllegalStateException("the bank is down"));
            case "interrupted" -> breaker.onError(0, TimeUnit.SECONDS, new Interrupted());
            default -> throw new IllegalArgumentException("no such event: " + event);
        }
        return breaker.getState().name();
    }

    private static final class HandMovedClock extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
