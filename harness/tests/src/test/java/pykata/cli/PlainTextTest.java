package pykata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pykata.answer.Page;
import pykata.answer.Question;

/** Pages as a terminal shows them. */
class PlainTextTest {

    @Test
    void prose_is_wrapped_and_loses_its_mark_up() {
        assertThat(text("""
                        # What does a *refund* cost us, and who pays for it when the parcel has been lost on its way?

                        ## In 60 seconds

                        A refund is **two** bookings: `refund(order, amount)` takes the money back, and a
                        second one, [in the ledger](src/main/python/ledger.py), says why. The carrier's terms are
                        [public](https://example.org/terms).

                        ### <a id="a_refund_is_two_bookings"></a>1. A refund is two bookings, and a ledger that shows only one of them is wrong
                        """)).isEqualTo("""
                        What does a refund cost us, and who pays for it when the parcel has been lost on
                        its way?
                        ================================================================================

                        In 60 seconds
                        -------------

                        A refund is two bookings: `refund(order, amount)` takes the money back, and a
                        second one, in the ledger, says why. The carrier's terms are public
                        (https://example.org/terms).

                        1. A refund is two bookings, and a ledger that shows only one of them is wrong
                        """);
    }

    @Test
    void lists_keep_their_shape() {
        assertThat(text("""
                        1. Ask for the order's number before anything else, because without it there is nothing to be refunded.
                        2. Then:
                           - look it up
                             - twice
                           - pay

                        > Nobody was ever fired for a refund that was asked for, given, and written into the ledger.
                        """)).isEqualTo("""
                        1. Ask for the order's number before anything else, because without it there is
                           nothing to be refunded.
                        2. Then:
                           - look it up
                             - twice
                           - pay

                        > Nobody was ever fired for a refund that was asked for, given, and written into
                        > the ledger.
                        """);
    }

    @Test
    void a_listing_stays_as_it_is() {
        assertThat(text("""
                        <!-- listing: src/main/python/ledger.py#refund -->

                        ```python
                        def refund(order, amount):
                            ledger.append((order, -amount))  # a line that is longer than a terminal is wide, as it is

                            return amount
                        ```
                        """)).isEqualTo("""
                            def refund(order, amount):
                                ledger.append((order, -amount))  # a line that is longer than a terminal is wide, as it is

                                return amount
                        """);
    }

    @Test
    void a_table_that_fits_has_columns() {
        assertThat(text("""
                        <!-- observed -->

                        | [ledger.py](a.py) · [test](b.java) | GraalPy 25.0.3 | CPython 3.14.3 |
                        |---|---|---|
                        | bookings of one refund | `2` | `2` |
                        | `ledger[0]` of it | `'refund'` | ≤ 3 |
                        """)).isEqualTo("""
                        observed                GraalPy 25.0.3  CPython 3.14.3
                        ----------------------  --------------  --------------
                        bookings of one refund  2               2
                        `ledger[0]` of it       'refund'        <= 3
                        """);
    }

    @Test
    void a_tables_last_column_is_wrapped_if_that_is_enough() {
        assertThat(text("""
                        | level | what you hear |
                        |---|---|
                        | 1 below | "We just send the money", and no word about where it is written down or by whom |
                        | 2 mid | two bookings |
                        """)).isEqualTo("""
                        level    what you hear
                        -------  -----------------------------------------------------------------------
                        1 below  "We just send the money", and no word about where it is written down or
                                 by whom
                        2 mid    two bookings
                        """);
    }

    @Test
    void columns_share_what_room_there_is() {
        assertThat(text("""
                        | what people say | ask | |
                        |---|---|---|
                        | "A refund is a negative payment, so one booking is enough for it." | Where is the reason? | [claim 1](#one) |
                        | "Ask accounting." | And who tells accounting about it, before the month is over and closed? | |
                        """)).isEqualTo("""
                        what people say                     ask
                        ----------------------------------  ----------------------------------  -------
                        "A refund is a negative payment,    Where is the reason?                claim 1
                          so one booking is enough for
                          it."
                        "Ask accounting."                   And who tells accounting about it,
                                                            before the month is over and
                                                            closed?
                        """);
    }

    @Test
    void a_table_with_too_little_room_for_its_columns_has_a_paragraph_per_row() {
        assertThat(text("""
                        | ns per booking | on paper, once | on paper, twice | in a ledger, once | in a ledger, twice | |
                        |---|---|---|---|---|---|
                        | one clerk | 1 more than a day | 2 more than a day | less than a day | less than that | fast enough for us |
                        """)).isEqualTo("""
                        ns per booking:
                        - one clerk
                          on paper, once: 1 more than a day
                          on paper, twice: 2 more than a day
                          in a ledger, once: less than a day
                          in a ledger, twice: less than that
                          fast enough for us
                        """);
    }

    @Test
    void code_that_is_too_long_for_its_column_is_broken_at_the_columns_end() {
        assertThat(text("""
                        | what happens to a booking that fails, and to all of those that come after it | observed |
                        |---|---|
                        | the clerk notices | `['opened', 'refused', 'refused again', 'closed', 'counted']` |
                        | nobody notices |
                        """)).isEqualTo("""
                        what happens to a booking that fails,    observed
                          and to all of those that come after
                          it
                        ---------------------------------------  ---------------------------------------
                        the clerk notices                        ['opened', 'refused', 'refused again',
                                                                 'closed', 'counted']
                        nobody notices
                        """);
    }

    @Test
    void what_is_folded_on_the_web_is_announced() {
        assertThat(text("""
                        <details><summary>If asked: GraalPy</summary>

                        It has one, too.

                        </details>
                        """)).isEqualTo("""
                        [If asked: GraalPy]

                        It has one, too.
                        """);
    }

    @ParameterizedTest
    @MethodSource
    void no_page_is_wider_than_a_terminal(Path page) {
        assertThat(PlainText.of(Page.read(page).lines()))
                .filteredOn(line -> !line.startsWith("    ") && !line.contains("://"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    static Stream<Path> no_page_is_wider_than_a_terminal() {
        return new Repository(Question.in(Path.of("")).root())
                .answered().stream()
                        .flatMap(question -> Stream.of(question.readme(), question.interviewer()))
                        .filter(Files::exists);
    }

    private static String text(String markdown) {
        return String.join("\n", PlainText.of(markdown.lines().toList())) + "\n";
    }
}
