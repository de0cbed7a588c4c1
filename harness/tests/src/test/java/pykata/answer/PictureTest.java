package pykata.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A picture is one small diagram and one sentence. */
class PictureTest {

    @Test
    void a_flowchart_has_the_nodes_that_its_lines_name() {
        assertThat(nodes("""
                %% a comment
                subgraph loop ["made in one loop: one box"]
                  k1["kitchen (alarm) --> here"] --> b1[("room = 'attic'")]
                  a1[attic alarm] -- asks --> b1
                end
                direction LR
                k2{kitchen?} -.->|yes, no| b2(room) & b3
                k2 ==> b2
                b3 --- name_4
                b3 -. maybe .-> b1
                b3 --x other:::hot
                classDef hot fill:#f00
                class other hot
                style k2 fill:#fff
                """)).containsExactlyInAnyOrder("k1", "b1", "a1", "k2", "b2", "b3", "name_4", "other");
    }

    @Test
    void a_sequence_has_those_who_take_part() {
        assertThat(nodes("""
                participant A as Thread A
                actor Teller
                A->>GIL: asks for it
                GIL-->>A: lets it go (after 5 ms)
                loop each interval
                  Note over A,GIL: nobody else
                  Teller-)A: pays
                  B-xA: fails
                end
                """)).containsExactlyInAnyOrder("A", "Teller", "GIL", "B");
    }

    @Test
    void a_state_diagram_has_its_states_and_its_end() {
        assertThat(nodes("""
                [*] --> created
                created --> running: next()
                state "waits for a value" as suspended
                running --> suspended : yield
                running --> [*]
                """)).containsExactlyInAnyOrder("[*]", "created", "running", "suspended");
    }

    @Test
    void has_one_diagram_of_a_known_kind_and_one_sentence() {
        assertThat(problems("```mermaid\nflowchart LR\na --> b\n```\n\nA refers to b."))
                .isEmpty();
        assertThat(problems("A refers to b.")).singleElement().asString().startsWith("0 diagrams;");
        assertThat(problems("```mermaid\npie\n```\n\nA refers to b."))
                .singleElement()
                .asString()
                .endsWith("a stateDiagram-v2, not pie");
        assertThat(problems("```mermaid\nflowchart LR\na --> b\n```\n"))
                .containsExactly("no sentence under the picture says the same");
        assertThat(problems("```mermaid\nflowchart LR\na --> b\n```\n\nA refers to b. And b to c."))
                .containsExactly("more than one sentence under the picture");
    }

    @Test
    void has_at_most_twelve_nodes() {
        assertThat(problems(chain(12))).isEmpty();
        assertThat(problems(chain(13))).singleElement().asString().startsWith("13 nodes; a picture has at most 12");
    }

    private static String chain(int nodes) {
        return IntStream.range(1, nodes)
                .mapToObj(node -> "n%d --> n%d".formatted(node, node + 1))
                .collect(Collectors.joining("\n", "```mermaid\nflowchart TD\n", "\n```\n\nOne follows the other."));
    }

    private static List<String> problems(String section) {
        return Picture.problems(section.lines().toList()).toList();
    }

    private static Set<String> nodes(String diagram) {
        return Picture.nodes(diagram.lines().map(String::strip).toList());
    }
}
