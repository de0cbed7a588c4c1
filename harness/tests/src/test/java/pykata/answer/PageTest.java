package pykata.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is read from a page. */
class PageTest {

    private final Page page = Page.parse(Path.of("README.md"), """
        # What does a `basket` *cost*?

        Three words here.

        ## Claims

        ### <a id="first"></a>1. It costs the `sum`

        <!-- listing: till.py#total -->
        ```python
        not counted = [no](link.md)
        ```

        <!-- observed -->

        | observed | GraalPy 25.0.3 |
        |---|---|
        | not counted | `1` |

        ## Claims

        <details>
        <summary>If asked</summary>

        ### <a id="second"></a>A sentence without a number

        <!-- observed -->

        Prose where the table should be, with a
        [link](other.md#there).

        </details>

        <details><summary>Open and shut</summary></details>

        ### <a id="third"></a>3. Not folded

        ### No claim

        <a id="by_hand"></a>
        <!-- proved -->
        Proved on a
        whim.

        <!-- just a comment -->
        """);

    @Test
    void knows_its_claims() {
        assertThat(page.claims())
                .containsExactly(
                        new Page.ClaimText("first", 1, "It costs the `sum`", 7),
                        new Page.ClaimText("second", 0, "A sentence without a number", 25),
                        new Page.ClaimText("third", 3, "Not folded", 36));
        assertThat(page.claim("second")).isPresent();
        assertThat(page.claim("by_hand")).isEmpty();
    }

    @Test
    void knows_its_markers_and_the_blocks_they_govern() {
        assertThat(page.markers())
                .containsExactly(
                        new Page.Marker("listing", "till.py#total", "first", 9, 10, 12),
                        new Page.Marker("observed", "", "first", 14, 16, 18),
                        new Page.Marker("observed", "", "second", 27, 0, 0),
                        new Page.Marker("proved", "", "", 41, 42, 43));
        assertThat(page.block(page.observed("first").orElseThrow())).contains("| not counted | `1` |");
        assertThat(page.block(page.observed("second").orElseThrow())).isEmpty();
        assertThat(page.observed("third")).isEmpty();
    }

    @Test
    void knows_what_links_may_name() {
        assertThat(page.anchors())
                .contains("what-does-a-basket-cost", "claims", "claims-1", "first", "second", "by_hand", "no-claim");
        assertThat(page.headings()).contains(new Page.Heading(1, "What does a basket cost?", 1));
    }

    @Test
    void knows_its_links_and_their_lines() {
        assertThat(page.links()).extracting(Page.Target::destination).containsExactly("other.md#there");
        assertThat(page.links()).extracting(Page.Target::line).containsExactly(30);
    }

    @Test
    void counts_words_outside_tables_and_listings() {
        assertThat(words("One, two - three!\n\n| four |\n|---|\n| five |\n\n```\nsix\n```\n"))
                .isEqualTo(3);
        assertThat(words("`a = b` and [two words](link.md)\n")).isEqualTo(5);
        assertThat(words("<!-- proved -->\n")).isZero();
    }

    @Test
    void counts_folds_apart_and_leaves_out_what_a_run_wrote() {
        var words = Page.parse(Path.of("README.md"), """
                Two words.

                <details><summary>Not counted</summary>

                Three more words.

                | not counted |
                |---|

                <!-- benchmark: measured -->

                Measured on a machine.

                </details>

                | in a table |
                |---|

                <!-- proved -->

                Prose that nothing generates.
                """).words();
        assertThat(words).isEqualTo(new Page.Words(6, 3, 3));
    }

    private static int words(String text) {
        return Page.parse(Path.of("README.md"), text).words().visible();
    }
}
