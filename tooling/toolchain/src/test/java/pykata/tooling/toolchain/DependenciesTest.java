package pykata.tooling.toolchain;

import static pykata.python.Implementation.GRAALPY;

import java.util.List;
import java.util.Map;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.Python;

/** What uv and pip do with small wheels, from a folder and from an index on this machine. */
@Needs({"uv", "pip"})
class DependenciesTest extends ClaimsTest {

    private static final List<?> REFUSED = List.of(List.of(0, "9"), List.of(1, "none"));
    private static final String BYTES = "locking.of_changed_bytes";
    private static final String PARTIAL = "locking.of_an_incomplete_lock";
    private static final String ARCHIVE = "locking.of_a_source_archive";
    private static final String FRESH = "choosing.of_a_fresh_release";
    private static final String COOLDOWN = "--exclude-newer 2026-11-20T00:00:00Z";

    @Claim
    @NotOn(value = GRAALPY, because = "uv and pip make environments of CPython here")
    void a_hash_refuses_other_bytes_and_lets_bad_code_run(Python python, Observed observed) {
        observed.that(
                        "other bytes, uv: [exit status, fee] without hash, with",
                        List.of(python.call(BYTES, "uv", true, false), python.call(BYTES, "uv", true, true)))
                .isEqualTo(REFUSED);
        observed.that(
                        "a dependency [unlisted, unhashed]: accepted",
                        List.of(isContent(python, "not listed"), isContent(python, "no hash")))
                .isEqualTo(List.of(false, false));
        observed.that(
                        "bad `.pth`, hashed: ran [at installation, at start]",
                        python.call("locking.of_a_bad_wheel"))
                .isEqualTo(List.of(false, true));
        observed.that(
                        "hashed source archive, dry run: [exit status, code ran]",
                        python.call(ARCHIVE))
                .isEqualTo(List.of(0, true));
        observed.that("... with `--no-build`", python.call(ARCHIVE, "--no-build"))
                .isEqualTo(List.of(1, false));
        observed.control("the bytes that were locked, with their hash", python.call(BYTES, "uv", false, true))
                .isEqualTo(List.of(0, "1"));
        observed.control("... and without", python.call(BYTES, "uv", false, false))
                .isEqualTo(List.of(0, "1"));
        observed.control("a complete lock", isContent(python, "complete")).isEqualTo(true);
        observed.control("a `.pth` without code", python.call("locking.of_a_bad_wheel", false))
                .isEqualTo(List.of(false, false));
        observed.that(
                        "other bytes, pip",
                        List.of(python.call(BYTES, "pip", true, false), python.call(BYTES, "pip", true, true)))
                .isEqualTo(REFUSED);
    }

    private static boolean isContent(Python python, String lock) {
        return python.call(PARTIAL, lock).asInt() == 0;
    }

    @Claim
    @NotOn(value = GRAALPY, because = "uv and pip make environments of CPython here")
    void a_resolver_weighs_limits_and_neither_origin_nor_age(Python python, Observed observed) {
        observed.that(
                        "orders, tax: installed",
                        python.call("choosing.resolved", "orders tax").get(1))
                .isEqualTo(Map.of("money", "1.10", "orders", "1.0", "tax", "1.0"));
        observed.that("orders, tax 2: [exit status, installed]", python.call("choosing.resolved", "orders tax>=2"))
                .isEqualTo(List.of(1, Map.of()));
        var newest = python.call("choosing.without_resolving");
        observed.that(
                        "newest of each, `--no-deps`: exit status [install, `uv pip check`]",
                        List.of(newest.get(0), newest.get(2)))
                .isEqualTo(List.of(0, 1));
        observed.that(
                        "money 1.11 comes out: lock [again, `--upgrade`]",
                        List.of(
                                python.call("choosing.locked_again"),
                                python.call("choosing.locked_again", "--upgrade")))
                .isEqualTo(List.of("1.10", "1.11"));
        observed.that(
                        "99.0 is new, cooldown: [index, undated index, folder]",
                        List.of(
                                python.call(FRESH, true, COOLDOWN),
                                python.call(FRESH, false, COOLDOWN),
                                python.call("choosing.of_a_fresh_wheel")))
                .isEqualTo(List.of("1.0", "none", "99.0"));

        observed.control("... without a cooldown", List.of(python.call(FRESH, true), python.call(FRESH, false)))
                .isEqualTo(List.of("99.0", "99.0"));
        observed.control("uv as pip does it", python.call("choosing.of_two_indexes", "uv, best match"))
                .isEqualTo("99.0");
        observed.control("the newest of each", newest.get(1))
                .isEqualTo(List.of("money==2.0", "orders==1.0", "tax==2.0"));
        observed.control("the lines in another order: the same lock", python.call("choosing.locked_twice"))
                .isEqualTo(true);
        observed.control("two environments, one standard library", python.call("choosing.in_two_environments"))
                .isEqualTo(List.of("1.9", "2.0", true));
        observed.that(
                        "our index 1.0, public one 99.0: [uv, pip]",
                        List.of(
                                python.call("choosing.of_two_indexes", "uv"),
                                python.call("choosing.of_two_indexes", "pip")))
                .isEqualTo(List.of("1.0", "99.0"));
        var both = List.of(0, Map.of("money", "1.10", "orders", "1.0"));
        observed.control("pylock.toml, by uv and by pip", python.call("choosing.standard_lock"))
                .isEqualTo(List.of(both, both));
    }
}
