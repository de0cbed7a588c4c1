package pykata.advanced.pluginsystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A carrier that an installed distribution offers: what its metadata says, before any of its code has run.
 *
 * @param distribution as its metadata folder is called, without the version
 * @param version of the contract that it was written for
 */
public record Offer(String distribution, String name, String module, String function, int version) {

    private static final Pattern GROUP = Pattern.compile("\\[(.+)]");
    private static final Pattern CARRIERS = Pattern.compile("shop\\.carriers\\.v(\\d+)");
    private static final Pattern ENTRY =
            Pattern.compile("([^=]*[^=\\s])\\s*=\\s*([\\w.]+)\\s*:\\s*([\\w.]+)\\s*(\\[.*])?");

    /** All that a folder of installed packages offers, in the order of the distributions' names. */
    public static List<Offer> in(Path sitePackages) throws IOException {
        var offers = new ArrayList<Offer>();
        try (var metadata = Files.newDirectoryStream(sitePackages, "*.dist-info")) {
            for (var folder : metadata) {
                var file = folder.resolve("entry_points.txt");
                if (Files.exists(file)) {
                    read(folder.getFileName().toString().split("-")[0], file, offers);
                }
            }
        }
        offers.sort(Comparator.comparing(Offer::distribution));
        return offers;
    }

    private static void read(String distribution, Path file, List<Offer> offers) throws IOException {
        var group = "";
        for (var line : Files.readAllLines(file)) {
            var header = GROUP.matcher(line.strip());
            var entry = ENTRY.matcher(line.strip());
            if (header.matches()) {
                group = header.group(1);
            } else if (entry.matches() && CARRIERS.matcher(group).matches()) {
                var version = Integer.parseInt(CARRIERS.matcher(group).replaceAll("$1"));
                offers.add(new Offer(distribution, entry.group(1), entry.group(2), entry.group(3), version));
            }
        }
    }
}
