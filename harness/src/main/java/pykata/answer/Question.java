package pykata.answer;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pykata.python.Folders;
import pykata.python.Requirements;
import pykata.python.Sources;

/**
 * A question's folder: everything that belongs to its answer lies in it. What it holds is found by its place and name.
 * The folder is a Maven module. A question that is a system has more of them: each folder in it that has a {@code pom.xml}
 * is a part, with Python, tests and twins of its own, and the question's module depends on its parts.
 *
 * @param root the repository's folder
 * @param folder the question's own
 */
public record Question(Path root, Path folder) {

    private static final String PYTHON = "src/main/python";
    private static final String TWINS = "src/test/python/broken";

    /**
     * The question whose folder holds a compiled class.
     *
     * @throws IllegalStateException if none of the folders above the class is a question's
     */
    public static Question of(Class<?> type) {
        return above(compiledTo(type))
                .takeWhile(folder -> !isRoot(folder))
                .filter(folder -> Files.isRegularFile(folder.resolve("README.md")))
                .findFirst()
                .map(Question::in)
                .orElseThrow(
                        () -> new IllegalStateException("%s is in no question's folder: none above %s has a README.md"
                                .formatted(type.getName(), compiledTo(type))));
    }

    /** The question in a folder somewhere below the repository's. */
    public static Question in(Path folder) {
        var own = folder.toAbsolutePath().normalize();
        return above(own)
                .filter(Question::isRoot)
                .findFirst()
                .map(root -> new Question(root, own))
                .orElseThrow(() ->
                        new IllegalStateException(own + " is not in a PyKata repository: no folder above it has .mvn"));
    }

    private static Stream<Path> above(Path folder) {
        return Stream.iterate(folder, each -> each != null, Path::getParent);
    }

    private static boolean isRoot(Path folder) {
        return Files.isDirectory(folder.resolve(".mvn"));
    }

    /** The folder a class was compiled to, such as {@code target/test-classes}. */
    public static Path compiledTo(Class<?> type) {
        var location = type.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(URI.create(location.toString()));
    }

    /** {@code basics/gil}. */
    public String id() {
        return name(folder);
    }

    public Path readme() {
        return folder.resolve("README.md");
    }

    public Path interviewer() {
        return folder.resolve("INTERVIEWER.md");
    }

    /** One page of it to print. */
    public Path sheet() {
        return folder.resolve("SHEET.md");
    }

    public Path kata() {
        return folder.resolve("kata");
    }

    /** The folders of its Maven modules: the question's own, then those of its parts. */
    public List<Path> modules() {
        var parts = Folders.children(folder).stream().filter(part -> Files.exists(part.resolve("pom.xml")));
        return Stream.concat(Stream.of(folder), parts).toList();
    }

    /** The folders of its Python under proof. */
    public List<Path> python() {
        return inModules(PYTHON);
    }

    /** Its Python under proof, as it is, and the packages that it or a part of it pins. */
    public Sources sources() {
        var packages = modules().stream()
                .flatMap(module -> Requirements.in(module).stream())
                .findFirst();
        return Sources.of(python().toArray(Path[]::new)).needing(packages.orElse(null));
    }

    /** The file or the folder of a module of its Python; empty if it has none of that name. */
    public Optional<Path> python(String module) {
        var path = module.replace('.', '/');
        return python().stream()
                .flatMap(root -> Stream.of(root.resolve(path), root.resolve(path + ".py")))
                .filter(Files::exists)
                .findFirst();
    }

    /** The folders of its broken twins, each named by the id of the claim that it makes fail. */
    public List<Path> twins() {
        return inModules(TWINS).stream()
                .flatMap(twins -> Folders.children(twins).stream())
                .filter(Files::isDirectory)
                .toList();
    }

    /** Where the broken twin of a claim is, or belongs. */
    public Path twin(String claim) {
        return twins().stream()
                .filter(twin -> twin.endsWith(claim))
                .findFirst()
                .orElse(folder.resolve(TWINS).resolve(claim));
    }

    /** The class that tells its story on the JVM: {@code …Demo} in the question's package. */
    public Optional<String> demonstration() {
        return named(modules(), "src/main/java", "Demo");
    }

    /** The class that says what to measure: {@code …Benchmark} in the question's package. */
    public Optional<String> benchmark() {
        return named(List.of(folder), "src/test/java", "Benchmark");
    }

    private Optional<String> named(List<Path> modules, String sources, String suffix) {
        var home = "pykata." + id().replace("-", "").replace('/', '.');
        return modules.stream()
                .map(module -> module.resolve(sources).resolve(home.replace('.', '/')))
                .flatMap(folder -> Folders.children(folder).stream())
                .map(file -> file.getFileName().toString())
                .filter(file -> file.endsWith(suffix + ".java"))
                .map(file -> home + "." + file.replaceFirst("\\.java$", ""))
                .findFirst();
    }

    private List<Path> inModules(String path) {
        return modules().stream()
                .map(module -> module.resolve(path))
                .filter(Files::isDirectory)
                .toList();
    }

    /** A file of this question as a reader would name it: relative to the repository's folder. */
    public String name(Path file) {
        return link(root, file);
    }

    /** A file of this question as its pages link to it: relative to the question's folder. */
    public String link(Path file) {
        return link(folder, file);
    }

    private static String link(Path from, Path file) {
        return from.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }
}
