package pykata.advanced.pluginsystem;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import pykata.answer.Question;
import pykata.python.CPython;
import pykata.python.Limits;
import pykata.python.TemporaryFolder;

/**
 * A virtual environment with all the plug-ins, built as wheels and installed by CPython: see installing.py.
 *
 * @param sitePackages where they are installed
 */
public record Installation(TemporaryFolder folder, Path sitePackages) implements AutoCloseable {

    /** @throws pykata.python.PythonUnavailable if what builds and installs them cannot be had */
    public static Installation of(Question question) {
        var folder = TemporaryFolder.create();
        try (var python = CPython.reference().start(question.sources(), Limits.DEFAULT)) {
            var site = python.call("installing.install_all", folder.path().toString());
            return new Installation(folder, Path.of(site.asText()));
        }
    }

    /** The environment's folder. */
    public Path environment() {
        return folder.path().resolve("environment");
    }

    /** What is offered, less what these distributions offer. */
    public List<Offer> offersWithout(String... distributions) throws IOException {
        return Offer.in(sitePackages).stream()
                .filter(offer -> !List.of(distributions).contains(offer.distribution()))
                .toList();
    }

    @Override
    public void close() {
        folder.close();
    }
}
