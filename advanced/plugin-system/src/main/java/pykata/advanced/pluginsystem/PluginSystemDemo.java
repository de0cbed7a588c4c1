package pykata.advanced.pluginsystem;

import static pykata.demo.Story.line;
import static pykata.demo.Story.scene;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import pykata.answer.Question;
import pykata.python.GraalPy;

/** A shop asks carriers that others wrote, in three scenes: what is installed, who answers, and a new version. */
public final class PluginSystemDemo {

    private static final Allowance ALLOWANCE =
            new Allowance(Duration.ofSeconds(1).toNanos(), 256L << 20, 2);

    private PluginSystemDemo() {}

    public static void main(String[] arguments) throws Exception {
        System.out.printf("%s on Java %s: one restricted context per plug-in%n", GraalPy.version(), Runtime.version());
        var question = Question.of(PluginSystemDemo.class);
        var adapter = Files.readString(question.python("adapter").orElseThrow());
        try (var installation = Installation.of(question)) {
            var sandbox = Sandbox.of(installation.sitePackages(), OutputStream.nullOutputStream());
            installed(installation);
            var offers = installation.offersWithout("swift_post_fork");
            try (var host = new PluginHost(offers, sandbox, adapter, ALLOWANCE, System::nanoTime)) {
                ask(host, offers);
                replace(host, question.folder().resolve("src/main/plugins"));
            }
        }
    }

    private static void installed(Installation installation) throws Exception {
        scene("What is installed, as the metadata say: no code has run");
        for (var offer : Offer.in(installation.sitePackages())) {
            line(offer.distribution(), "%s, version %d".formatted(offer.name(), offer.version()));
        }
    }

    private static void ask(PluginHost host, List<Offer> offers) throws InterruptedException {
        scene("Four parcels, to every carrier");
        for (var country : List.of("FR", "IT", "DE", "US")) {
            for (var offer : offers) {
                host.quote(offer.name(), 250, country);
            }
        }
        host.report().forEach((carrier, counts) -> line(carrier, counts));
        line("contexts started", host.contexts());
    }

    /** The second version comes from a folder of its own: an older carrier under a new name. */
    private static void replace(PluginHost host, Path plugins) throws Exception {
        scene("Replace a carrier while the host runs");
        line("swift", host.quote("swift", 250, "DE"));
        var other = plugins.resolve("swift-post-fork");
        var offer = new Offer("swift_post_fork", "swift", "swift_post_fork", "quote", 2);
        line("replaced", host.replace(offer, Sandbox.of(other, OutputStream.nullOutputStream())));
        line("swift", host.quote("swift", 250, "DE"));
        var broken = new Offer("paper_trail", "swift", "paper_trail", "quote", 2);
        var folder = plugins.resolve("paper-trail");
        line("replaced by one that fails", host.replace(broken, Sandbox.of(folder, OutputStream.nullOutputStream())));
        line("swift", host.quote("swift", 250, "DE"));
    }
}
