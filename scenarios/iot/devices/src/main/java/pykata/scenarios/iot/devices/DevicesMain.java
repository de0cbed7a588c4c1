package pykata.scenarios.iot.devices;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import pykata.scenarios.iot.wire.Options;
import pykata.scenarios.iot.wire.Served;

/**
 * The devices as a process. It ends by itself when all of them have sent what they had.
 *
 * <pre>
 * --mqtt HOST:PORT         the gateway, or somebody's broker
 * --devices N              100
 * --first N                0; the number of the first one
 * --readings-per-device M  0: without end
 * --rate R                 1; publishes of each device in a second, 0 for as fast as they are acknowledged
 * --at-once N              8; publishes of each device without an answer
 * --faults SHARE           0.25; of publishes that are something else than good readings
 * --flapping               devices lose their connection now and then
 * --seed S                 1
 * --key TEXT               of the passwords
 * --trust FILE             connect by TLS, to whoever shows this certificate (PEM)
 * --ledger FILE            what was acknowledged, a line each
 * </pre>
 */
final class DevicesMain {

    private static final int PROGRESS_MS = 500;

    private DevicesMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Served.noLongerThanParent();
        var options = Options.of(
                arguments,
                "mqtt",
                "devices",
                "first",
                "readings-per-device",
                "rate",
                "at-once",
                "faults",
                "flapping",
                "seed",
                "key",
                "trust",
                "ledger");
        var address = options.address("mqtt");
        var trusted = options.text("trust").map(Path::of).orElse(null);
        var settings = new Fleet.Settings(
                address.getHostString(),
                address.getPort(),
                options.text("key").orElse(null),
                trusted == null ? null : Trust.in(trusted),
                options.number("first", 0),
                options.number("devices", 100),
                options.number("readings-per-device", 0),
                options.number("rate", 1.0),
                options.number("at-once", 8),
                options.number("faults", 0.25),
                options.has("flapping"),
                options.number("seed", 1L));
        var ledger = new Ledger(options.text("ledger").map(Path::of).orElse(null));
        var fleet = new Fleet(settings, ledger);
        fleet.start();
        fleet.every(PROGRESS_MS, () -> {
            ledger.flush();
            print(Progress.PROGRESS, settings, fleet);
        });
        Thread.ofPlatform().name("end").daemon().start(() -> {
            try {
                fleet.awaitAll();
            } catch (InterruptedException e) {
                return;
            }
            System.exit(0); // closes, and so says what was
        });
        Served.untilTold("devices " + settings.devices(), () -> {
            var last = new CountDownLatch(1);
            fleet.run(() -> {
                ledger.flush();
                print(Progress.SUMMARY, settings, fleet);
                last.countDown();
            });
            last.await();
            fleet.close();
            ledger.close();
        });
    }

    private static void print(String what, Fleet.Settings settings, Fleet fleet) {
        System.out.println(what
                + Progress.of(settings.devices(), fleet.counts(), fleet.ledger().acknowledged())
                        .toJson());
        System.out.flush();
    }
}
