package pykata.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.io.IOUtils;
import org.apache.commons.text.StringSubstitutor;
import pykata.answer.Catalogue;

/** The parts of a question that is not written yet; each placeholder in them is red under test. */
record Template(String id) {

    /** The first claim: its sentence and the name of its test. */
    private static final String CLAIM = "write_one_sentence_that_can_be_wrong";

    /** Where each part comes from, by where it goes to in the question's folder. */
    private static final Map<String, String> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("README.md", "README.md");
        PARTS.put("INTERVIEWER.md", "INTERVIEWER.md");
        PARTS.put("SHEET.md", "SHEET.md");
        PARTS.put("pom.xml", "pom.xml");
        PARTS.put("src/main/python/{{python}}.py", "module.py");
        PARTS.put("src/main/java/{{path}}/{{java}}Demo.java", "Demo.java");
        PARTS.put("src/test/java/{{path}}/{{java}}Test.java", "Test.java");
        PARTS.put("src/test/python/broken/{{claim}}/{{python}}.py", "twin.py");
        for (var part : new String[] {"exercise.py", "checks.py", "solution.py", "hints.md"}) {
            PARTS.put("kata/" + part, "kata/" + part);
        }
    }

    /** The texts of a question's files, by their paths in its folder. */
    Map<String, String> question() throws IOException {
        var texts = new LinkedHashMap<String, String>();
        for (var part : PARTS.entrySet()) {
            texts.put(filled(part.getKey()), text(part.getValue()));
        }
        return texts;
    }

    /** The pom of the module, if this is its first question. */
    String modulePom() throws IOException {
        return text("module-pom.xml");
    }

    /** Text with the names of this question. */
    String filled(String template) {
        return new StringSubstitutor(names(), "{{", "}}")
                .setEnableUndefinedVariableException(true)
                .replace(template);
    }

    String module() {
        return id.substring(0, id.indexOf('/'));
    }

    String slug() {
        return id.substring(id.indexOf('/') + 1);
    }

    private Map<String, String> names() {
        var java = Arrays.stream(slug().split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        var home = "pykata." + id.replace("-", "").replace('/', '.');
        return Map.of(
                "id", id,
                "module", module(),
                "slug", slug(),
                "title", Catalogue.questions().get(id),
                "python", slug().replace('-', '_'),
                "java", java,
                "package", home,
                "path", home.replace('.', '/'),
                "claim", CLAIM);
    }

    private String text(String resource) throws IOException {
        var template = Template.class.getResource("new/" + resource + ".template");
        return filled(IOUtils.toString(template, StandardCharsets.UTF_8));
    }
}
