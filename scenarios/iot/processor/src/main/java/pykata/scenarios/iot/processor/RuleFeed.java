package pykata.scenarios.iot.processor;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import pykata.scenarios.iot.wire.RuleText;

/** Keeps the pool at the newest version that is fit for use, while frames are judged. */
final class RuleFeed implements AutoCloseable {

    private static final long PAUSE = 200_000_000; // ns

    private final RuleTopic topic;
    private final RulePool pool;
    private final Thread thread = Thread.ofPlatform().daemon().name("rule-feed").unstarted(this::follow);
    private volatile boolean isClosed;

    private RuleFeed(RuleTopic topic, RulePool pool) {
        this.topic = topic;
        this.pool = pool;
    }

    /**
     * Begins with the newest version that is fit for use, and follows the topic from there.
     *
     * @param shipped what the processor came with
     * @throws Refused if that is not fit for use, and no other either
     */
    static RuleFeed of(RuleTopic topic, RuleText shipped, int threads, RulePool.Limits limits) throws Refused {
        var newestFirst = Stream.concat(Stream.of(shipped), topic.soFar().stream())
                .sorted(Comparator.comparingInt(RuleText::version).reversed())
                .toList();
        var feed = new RuleFeed(topic, pool(topic, newestFirst, threads, limits));
        feed.thread.start();
        return feed;
    }

    private static RulePool pool(RuleTopic topic, List<RuleText> newestFirst, int threads, RulePool.Limits limits)
            throws Refused {
        var reason = new Refused("there are no rules");
        for (var text : newestFirst) {
            try {
                var pool = RulePool.of(text, threads, limits);
                topic.use(text.version());
                return pool;
            } catch (Refused | RuntimeException e) {
                reason = refusal(topic, e);
                topic.refuse(text.version(), reason.getMessage());
            }
        }
        throw reason;
    }

    /** Whatever goes wrong with a version, it is not in use; operators are told, and the next version has its turn. */
    private static Refused refusal(RuleTopic topic, Exception e) {
        if (e instanceof Refused refused) {
            return refused;
        }
        var trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        topic.say(trace.toString()); // a fault of ours, perhaps
        return new Refused(e.toString());
    }

    RulePool pool() {
        return pool;
    }

    private void follow() {
        while (!isClosed) {
            try {
                topic.next().forEach(this::offer);
                pool.replaceWhatIsWornOut();
            } catch (Refused | RuntimeException e) {
                topic.say("rules: " + e); // it is tried again: without this thread no rules would ever change
                LockSupport.parkNanos(PAUSE);
            }
        }
        topic.close();
    }

    private void offer(RuleText text) {
        try {
            pool.offer(text);
            topic.use(text.version());
        } catch (Refused | RuntimeException e) {
            topic.refuse(text.version(), refusal(topic, e).getMessage());
        }
    }

    @Override
    public void close() throws InterruptedException {
        isClosed = true;
        thread.join();
        pool.close();
    }
}
