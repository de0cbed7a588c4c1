package pykata.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A pom's modules, one a line. It is edited as text, so that all the rest stays as somebody wrote it. */
record ModuleList(List<String> lines, int first, int end) {

    /** What all others need comes first, whatever its name. */
    private static final String HARNESS = "harness";

    /** @throws IllegalArgumentException if the pom has no such list, or more than one */
    static ModuleList of(String pom) {
        var lines = Arrays.asList(pom.split("\n", -1));
        var stripped = lines.stream().map(String::strip).toList();
        var first = stripped.indexOf("<modules>") + 1;
        var end = stripped.indexOf("</modules>");
        if (first == 0
                || end <= first
                || stripped.lastIndexOf("<modules>") != first - 1
                || stripped.lastIndexOf("</modules>") != end
                || !stripped.subList(first, end).stream().allMatch(ModuleList::isModule)) {
            throw new IllegalArgumentException("it has no <modules> with one <module> a line");
        }
        return new ModuleList(lines, first, end);
    }

    /** The pom with one more module, before the first whose name comes after it; as it was, if it is there already. */
    String with(String module) {
        var modules = lines.subList(first, end);
        if (modules.stream().anyMatch(line -> name(line).equals(module))) {
            return String.join("\n", lines);
        }
        var later = modules.stream()
                .filter(line -> !name(line).equals(HARNESS) && name(line).compareTo(module) > 0)
                .findFirst();
        var edited = new ArrayList<>(lines);
        edited.add(later.map(lines::indexOf).orElse(end), modules.getFirst().replace(name(modules.getFirst()), module));
        return String.join("\n", edited);
    }

    private static boolean isModule(String line) {
        return line.startsWith("<module>") && line.endsWith("</module>");
    }

    private static String name(String line) {
        return line.substring(line.indexOf('>') + 1, line.lastIndexOf('<'));
    }
}
