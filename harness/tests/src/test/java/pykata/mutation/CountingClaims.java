package pykata.mutation;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import java.util.List;
import pykata.claim.Claim;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.GraalPy;
import pykata.python.Python;

/** Claims about {@link CountingAnswer}; no test, because only the tests of mutants carry them out. */
final class CountingClaims {

    static final class OnCPython {

        @Claim
        @NotOn(value = GRAALPY, because = "one is enough here")
        void paid_is_the_sum(Python python, Observed observed) {
            observed.that("cents", python.call("counting.paid", List.of(250, 199)))
                    .isEqualTo(449);
        }

        @Claim
        @NotOn(value = GRAALPY, because = "one is enough here")
        void change_comes_from_a_thread(Python python, Observed observed) {
            observed.that("cents", python.call("counting.change", 500, List.of(499)))
                    .isEqualTo(1);
        }
    }

    /** Asks Python once, and knows the answer from then on. */
    static final class Remembering {

        private static Integer known;

        @Claim
        @NotOn(value = GRAALPY, because = "one is enough here")
        void paid_is_the_sum(Python python, Observed observed) {
            if (known == null) {
                known = python.call("counting.paid", List.of(250, 199)).asInt();
            }
            observed.that("cents", known).isEqualTo(449);
        }
    }

    static final class OnGraalPy {

        @Claim
        @NotOn(value = CPYTHON, because = "one is enough here")
        void paid_is_the_sum_in_another_context(GraalPy python, Observed observed) {
            var paid =
                    python.newContext().eval("python", "__import__('counting')").getMember("paid");
            observed.that("cents", paid.execute(List.of(250, 199)).asInt()).isEqualTo(449);
        }
    }

    static final class Wrong {

        @Claim
        @NotOn(value = GRAALPY, because = "one is enough here")
        void paid_is_the_first(Python python, Observed observed) {
            observed.that("cents", python.call("counting.paid", List.of(250, 199)))
                    .isEqualTo(250);
        }
    }

    private CountingClaims() {}
}
