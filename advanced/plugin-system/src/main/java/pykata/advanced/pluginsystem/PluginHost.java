package pykata.advanced.pluginsystem;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import pykata.advanced.pluginsystem.Outcome.Failed;
import pykata.advanced.pluginsystem.Outcome.Failure;

/**
 * Asks carriers, each in a restricted context of its own. One that hangs, is greedy, raises, exits, lies or is
 * incompatible costs its own calls and nobody else's; all of it is counted.
 */
public final class PluginHost implements AutoCloseable {

    private static final List<Integer> SPOKEN = List.of(1, 2);

    private final Map<String, Guest> guests = new ConcurrentHashMap<>();
    private final Map<String, Failure> refused = new TreeMap<>();
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
    private final AtomicInteger contexts = new AtomicInteger();
    private final String adapter;
    private final Allowance allowance;
    private final LongSupplier clock;

    /**
     * Reads the offers, and starts nothing yet: a carrier gets its context with its first call.
     *
     * @param adapter the Python that loads a carrier in its context
     */
    public PluginHost(List<Offer> offers, Sandbox sandbox, String adapter, Allowance allowance, LongSupplier clock) {
        this.adapter = adapter;
        this.allowance = allowance;
        this.clock = clock;
        offers.stream().collect(groupingBy(Offer::name)).forEach((name, all) -> accept(name, all, sandbox));
    }

    /** One distribution may offer several versions of a name: the highest is taken that the host speaks. */
    private void accept(String name, List<Offer> offers, Sandbox sandbox) {
        var spoken = offers.stream()
                .filter(offer -> SPOKEN.contains(offer.version()))
                .sorted(comparing(Offer::version).reversed())
                .toList();
        if (spoken.isEmpty()) {
            refused.put(name, Failure.INCOMPATIBLE);
        } else if (offers.stream().map(Offer::distribution).distinct().count() > 1) {
            refused.put(name, Failure.AMBIGUOUS);
        } else {
            guests.put(name, guest(spoken.getFirst(), sandbox));
        }
    }

    private Guest guest(Offer offer, Sandbox sandbox) {
        return new Guest(
                () -> {
                    contexts.incrementAndGet();
                    return new Cell(offer, sandbox, adapter);
                },
                allowance,
                clock);
    }

    /**
     * Asks one carrier for its price.
     *
     * @throws IllegalArgumentException if nobody offers it
     * @throws InterruptedException if interrupted while waiting for it
     */
    public Outcome quote(String carrier, int grams, String country) throws InterruptedException {
        var why = refused.get(carrier);
        if (why != null) {
            refusals.merge(carrier, 1, Integer::sum);
            return new Failed(why, "");
        }
        while (true) {
            var guest = guests.get(carrier);
            if (guest == null) {
                throw new IllegalArgumentException("no carrier is called " + carrier);
            }
            var outcome = guest.ask(grams, country);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
    }

    /**
     * Replaces a carrier by another version of it: that is imported in a context of its own first, then calls go there,
     * then the old context is closed. If it cannot be imported, the old one stays.
     *
     * @return whether it was replaced
     */
    public boolean replace(Offer offer, Sandbox sandbox) throws InterruptedException {
        var next = guest(offer, sandbox);
        if (!next.load()) {
            next.close();
            return false;
        }
        var old = guests.put(offer.name(), next);
        if (old != null) {
            old.close();
        }
        return true;
    }

    /** How often each carrier that was asked did what. */
    public Map<String, Map<String, Integer>> report() {
        var report = new TreeMap<String, Map<String, Integer>>();
        guests.forEach((name, guest) -> report.put(name, guest.counts()));
        refused.forEach((name, why) -> report.put(name, Map.of(why.name(), refusals.getOrDefault(name, 0))));
        return report;
    }

    /** How many contexts it has started. */
    public int contexts() {
        return contexts.get();
    }

    @Override
    public void close() {
        var all = List.copyOf(guests.values());
        guests.clear();
        all.forEach(Guest::close);
    }
}
