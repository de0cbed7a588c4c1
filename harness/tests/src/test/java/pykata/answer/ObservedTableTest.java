package pykata.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table reads back as what it was written from. */
class ObservedTableTest {

    @Test
    void has_one_column_where_interpreters_agree() {
        var table = table(Map.of("balance", "100"), Map.of("balance", "100"));
        assertThat(table.markdown("observed"))
                .containsExactly(
                        "| observed | GraalPy 25.0.3 and CPython 3.14.3 |", "|---|---|", "| balance | `100` |");
        assertThat(ObservedTable.parse(table.markdown("observed"))).isEqualTo(table);
    }

    @Test
    void has_a_column_each_where_they_differ() {
        var table = table(Map.of("balance", "100"), Map.of("balance", "200"));
        assertThat(table.markdown("observed"))
                .containsExactly(
                        "| observed | GraalPy 25.0.3 | CPython 3.14.3 |",
                        "|---|---|---|",
                        "| balance | `100` | `200` |");
        assertThat(ObservedTable.parse(table.markdown("observed"))).isEqualTo(table);
    }

    @Test
    void leaves_out_what_an_interpreter_did_not_observe() {
        var table = table(Map.of("a", "'—'"), Map.of("b", "2"));
        assertThat(table.markdown("observed")).contains("| a | `'—'` | — |", "| b | — | `2` |");
        assertThat(ObservedTable.parse(table.markdown("observed"))).isEqualTo(table);
    }

    @Test
    void has_what_one_interpreter_observed_alone_where_its_test_observed_it() {
        var graalPy = new LinkedHashMap<>(Map.of("in the JVM", "1"));
        graalPy.put("at the end", "2");
        var cPython = new LinkedHashMap<>(Map.of("under gunicorn", "3"));
        cPython.put("under uvicorn", "4");
        cPython.put("at the end", "5");
        assertThat(table(graalPy, cPython).markdown("observed"))
                .containsExactly(
                        "| observed | GraalPy 25.0.3 | CPython 3.14.3 |",
                        "|---|---|---|",
                        "| in the JVM | `1` | — |",
                        "| under gunicorn | — | `3` |",
                        "| under uvicorn | — | `4` |",
                        "| at the end | `2` | `5` |");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'a|b'",
                "'\\\\|'",
                "\"it's\"",
                "'`'",
                "'``` and `'",
                "'*not* _strong_'",
                "'<b>'",
                "'&amp;'",
                "'\\n'",
                "≤ 7"
            })
    void keeps_any_value(String value) {
        var table = table(Map.of("value", value), Map.of("value", value));
        assertThat(ObservedTable.parse(table.markdown("observed"))).isEqualTo(table);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a | b",
                "bank.deposit_locked(account)",
                "Account.__init__",
                "__init__",
                "*args and **kwargs",
                "`close()` returns",
                "<lambda> is <b>",
                "a < b & c",
                "list[int](x)",
                "[x][0]",
                "C:\\new\\_file",
                "~~gone~~",
                "a\\|b",
                "ends with \\",
                "&lt; is <",
                "1. first",
                "— nothing",
                "!important",
            })
    void keeps_any_label(String label) {
        var table = table(Map.of(label, "1"), Map.of(label, "2"));
        assertThat(ObservedTable.parse(table.markdown("observed"))).isEqualTo(table);
    }

    @Test
    void leaves_ordinary_labels_unescaped() {
        assertThat(table(Map.of("is_done() of a[0] > 1, it's \"so\"", "1"), Map.of())
                        .markdown("observed"))
                .contains("| is_done() of a[0] > 1, it's \"so\" | `1` | — |");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no table", "| a |", "```\n| a | b |\n|---|---|\n```"})
    void finds_no_columns_in_anything_else(String markdown) {
        var table = ObservedTable.parse(markdown.lines().toList());
        assertThat(table.columns()).isEmpty();
        assertThat(table.of("CPython 3.14.3")).isEmpty();
    }

    @Test
    void forgives_a_row_that_is_too_short() {
        var table = ObservedTable.parse(List.of("| observed | CPython 3.14.3 |", "|---|---|", "| a |", "| b | `1` |"));
        assertThat(table.of("CPython 3.14.3").orElseThrow()).containsEntry("b", "1");
    }

    private static ObservedTable table(Map<String, String> graalPy, Map<String, String> cpython) {
        var columns = new LinkedHashMap<String, Map<String, String>>();
        columns.put("GraalPy 25.0.3", graalPy);
        columns.put("CPython 3.14.3", cpython);
        return new ObservedTable(columns);
    }
}
