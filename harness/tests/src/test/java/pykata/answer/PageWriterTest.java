package pykata.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rewriting brings the generated parts up to date, and touches nothing else. */
class PageWriterTest {

    private static final Findings FINDINGS = on("linux-x86_64, JDK 25");

    @TempDir
    Path folder;

    private Path page;

    @BeforeEach
    void write_source() throws IOException {
        page = folder.resolve("README.md");
        Files.createDirectory(folder.resolve(".mvn"));
        Files.createDirectories(folder.resolve("src/main/python"));
        Files.writeString(folder.resolve("src/main/python/till.py"), "total = sum\n");
    }

    @Test
    void brings_generated_parts_up_to_date() throws IOException {
        Files.writeString(page, """
                ### <a id="it_costs_the_sum"></a>7. It costs the sum

                <!-- listing: src/main/python/till.py#total -->
                ```python
                total = max
                ```

                Prose that stays.

                <!-- observed -->

                | observed | CPython 3.13.0 |
                |---|---|
                | cents | `450` |

                ### <a id="another"></a>Another claim

                <!-- observed -->

                | observed | CPython 3.14.3 |
                |---|---|
                | was not proved | `1` |

                <!-- proved -->
                Proved on CPython 3.13.0, linux-x86_64, JDK 25, on 2026-01-31.
                """);
        assertThat(PageWriter.rewrite(page, FINDINGS)).isTrue();
        assertThat(withoutToday()).isEqualTo("""
                ### <a id="it_costs_the_sum"></a>1. It costs the sum

                <!-- listing: src/main/python/till.py#total -->
                ```python
                total = sum
                ```

                Prose that stays.

                <!-- observed -->

                | [till.py](src/main/python/till.py) · [test](src/test/java/TillTest.java) | CPython 3.14.3 |
                |---|---|
                | cents | `449` |

                ### <a id="another"></a>2. Another claim

                <!-- observed -->

                | observed | CPython 3.14.3 |
                |---|---|
                | was not proved | `1` |

                <!-- proved -->
                Proved on CPython 3.14.3, linux-x86_64, JDK 25, on TODAY.
                """);
        changesNothingMore();
    }

    @Test
    void inserts_what_is_missing_apart_from_what_follows() throws IOException {
        Files.writeString(page, """
                <!-- proved -->
                ### <a id="it_costs_the_sum"></a> It costs the sum
                <!-- listing: src/main/python/till.py#total -->
                Prose after the listing.
                <!-- observed -->
                Prose after the table.
                """);
        assertThat(PageWriter.rewrite(page, FINDINGS)).isTrue();
        assertThat(withoutToday()).isEqualTo("""
                <!-- proved -->

                Proved on CPython 3.14.3, linux-x86_64, JDK 25, on TODAY.

                ### <a id="it_costs_the_sum"></a>1. It costs the sum
                <!-- listing: src/main/python/till.py#total -->

                ```python
                total = sum
                ```

                Prose after the listing.
                <!-- observed -->

                | [till.py](src/main/python/till.py) · [test](src/test/java/TillTest.java) | CPython 3.14.3 |
                |---|---|
                | cents | `449` |

                Prose after the table.
                """);
        changesNothingMore();
    }

    @Test
    void does_not_take_other_prose_for_the_line_that_says_what_proved_it() throws IOException {
        Files.writeString(page, "<!-- proved -->\n\nSources: the language reference.\n");
        PageWriter.rewrite(page, FINDINGS);
        assertThat(page)
                .content()
                .contains("Proved on CPython 3.14.3")
                .endsWith("\n\nSources: the language reference.\n");
        changesNothingMore();
    }

    @Test
    void keeps_the_date_of_a_page_that_a_run_confirms() throws IOException {
        Files.writeString(page, """
                ### <a id="it_costs_the_sum"></a>1. It costs the sum

                <!-- observed -->

                | [till.py](src/main/python/till.py) · [test](src/test/java/TillTest.java) | CPython 3.14.3 |
                |---|---|
                | cents | `449` |

                <!-- proved -->
                Proved on CPython 3.14.3, linux-x86_64, JDK 25, on 2026-01-31.
                """);
        changesNothingMore();
        assertThat(page).content().contains("on 2026-01-31.");
        PageWriter.rewrite(page, on("linux-x86_64, JDK 26"));
        assertThat(page).content().contains("JDK 26, on ").doesNotContain("2026-01-31");
    }

    @Test
    void leaves_tables_and_date_alone_without_a_run() throws IOException {
        Files.writeString(page, "<!-- proved -->\nProved on a whim.\n\n<!-- observed -->\n");
        assertThat(PageWriter.rewrite(page, Findings.NONE)).isFalse();
    }

    @Test
    void writes_inside_folds_wherever_the_comment_stands() throws IOException {
        Files.writeString(page, """
                ### <a id="it_costs_the_sum"></a>1. It costs the sum

                <details>
                <summary>What was observed</summary>
                <!-- observed -->
                </details>

                | not | ours |
                |---|---|

                <details><summary>The code</summary>

                <!-- listing: src/main/python/till.py#total -->

                </details>
                """);
        PageWriter.rewrite(page, FINDINGS);
        assertThat(page).content().isEqualTo("""
                ### <a id="it_costs_the_sum"></a>1. It costs the sum

                <details>
                <summary>What was observed</summary>
                <!-- observed -->

                | [till.py](src/main/python/till.py) · [test](src/test/java/TillTest.java) | CPython 3.14.3 |
                |---|---|
                | cents | `449` |

                </details>

                | not | ours |
                |---|---|

                <details><summary>The code</summary>

                <!-- listing: src/main/python/till.py#total -->

                ```python
                total = sum
                ```

                </details>
                """);
        changesNothingMore();
    }

    private static Findings on(String platform) {
        var table = new ObservedTable(Map.of("CPython 3.14.3", Map.of("cents", "449")));
        var proved = new Findings.Proved(table, "src/test/java/TillTest.java", List.of("till"));
        return new Findings(platform, Map.of("it_costs_the_sum", proved), Map.of(), Map.of());
    }

    private String withoutToday() throws IOException {
        return Files.readString(page).replaceAll("on \\d{4}-\\d{2}-\\d{2}\\.", "on TODAY.");
    }

    private void changesNothingMore() throws IOException {
        var before = Files.readString(page);
        assertThat(PageWriter.rewrite(page, FINDINGS)).isFalse();
        assertThat(page).hasContent(before);
    }
}
