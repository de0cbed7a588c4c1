package pykata.answer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Paragraph;

/** A page's mental model: a Mermaid diagram that is small enough to keep in mind, and a sentence that says the same. */
final class Picture {

    private static final int MOST_NODES = 12;

    private static final Pattern SENTENCE_INSIDE = Pattern.compile("[.?!]\\s+[A-Z`]");

    /** Lines that name no node: comments, looks, and in a sequence what stands beside its messages. */
    private static final Pattern NO_NODES = Pattern.compile(
            "(?:%%|(?:subgraph|end|direction|classDef|class|style|linkStyle|click|accTitle|accDescr|autonumber|"
                    + "loop|alt|else|opt|par|and|critical|break|rect|box|activate|deactivate|note|title)\\b).*",
            Pattern.CASE_INSENSITIVE);

    /** Text in quotes, brackets and bars, and what follows a colon. */
    private static final Pattern LABEL = Pattern.compile(
            "\"[^\"]*\"|\\[[^*\\]]*]|\\([^)]*\\)|\\{[^}]*}|\\|[^|]*\\||:::\\w+|:.*|--[^->]+--+>|==[^=>]+==+>|-\\.[^->]+\\.-+>");

    private static final Pattern NODE = Pattern.compile("\\[\\*]|[A-Za-z_]\\w*");

    /** An arrow may end in a letter, as {@code --x} does. */
    private static final Pattern ARROW = Pattern.compile("(?:(?<=\\s)[ox])?[-=.~<>)]*[-=][ox](?=[\\s\\w])|[-=.~<>)]+");

    private Picture() {}

    static Stream<String> problems(List<String> section) {
        var diagrams = Page.children(Page.node(section))
                .filter(FencedCodeBlock.class::isInstance)
                .map(FencedCodeBlock.class::cast)
                .filter(code -> code.getInfo().equals("mermaid"))
                .toList();
        if (diagrams.size() != 1) {
            return Stream.of("%d diagrams; the picture is one, in a block ```mermaid".formatted(diagrams.size()));
        }
        var problems = new ArrayList<String>();
        var text = diagrams.getFirst().getLiteral().lines().map(String::strip).toList();
        if (!text.getFirst().matches("(?:flowchart|graph|sequenceDiagram|stateDiagram(?:-v2)?)\\b.*")) {
            problems.add("the picture is a flowchart, a sequenceDiagram or a stateDiagram-v2, not " + text.getFirst());
        }
        var nodes = nodes(text.subList(1, text.size()));
        if (nodes.size() > MOST_NODES) {
            problems.add("%d nodes; a picture has at most %d: %s".formatted(nodes.size(), MOST_NODES, nodes));
        }
        if (!(diagrams.getFirst().getNext() instanceof Paragraph sentence)) {
            problems.add("no sentence under the picture says the same");
        } else if (SENTENCE_INSIDE.matcher(Page.plain(sentence)).find()) {
            problems.add("more than one sentence under the picture");
        }
        return problems.stream();
    }

    /** The names that a diagram's lines give to what it shows. */
    static Set<String> nodes(List<String> diagram) {
        var nodes = new LinkedHashSet<String>();
        for (var line : diagram) {
            if (!NO_NODES.matcher(line).matches()) {
                var bare = line.replaceFirst("^(?:participant|actor|state)\\s+(?:\".*\"\\s+as\\s+)?", "")
                        .replaceFirst("\\s+as\\s.*", "");
                var ids = ARROW.matcher(LABEL.matcher(bare).replaceAll(" ")).replaceAll(" ");
                NODE.matcher(ids).results().forEach(node -> nodes.add(node.group()));
            }
        }
        return nodes;
    }
}
