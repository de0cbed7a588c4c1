package pykata.tooling.toolchain;

import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
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

    private static final String BYTES = "locking.of_changed_bytes";
    private static final String PARTIAL = "locking.of_an_incomplete_lock";
    private static final String ARCHIVE = "locking.of_a_source_archive";
    private static final String FRESH = "choosing.of_a_fresh_release";
    private static final String INDEXES = "choosing.of_two_indexes";
    private static final String WEEK = "--exclude-newer P7D";
    private static final String PIPS_WEEK = "--uploaded-prior-to P7D";

    @Claim
    @NotOn(value = GRAALPY, because = "uv and pip make environments of CPython here")
    void a_hash_refuses_other_bytes_and_lets_bad_code_run(Python python, Observed observed) {
        observed.that(
                        "other bytes [without hash, with]: [exit status, fee]",
                        List.of(fee(python, "uv", true, false), fee(python, "uv", true, true)))
                .isEqualTo(List.of(List.of(0, "9"), List.of(1, "none")));
        observed.that("`--require-hashes`, one unlisted: accepted", python.call(PARTIAL, "not listed", "uv"))
                .isEqualTo(false);
        observed.that("no flag, one without hash: accepted", python.call(PARTIAL, "no hash", "uv", ""))
                .isEqualTo(true);
        observed.that("bad `.pth`, hashed: ran [at installation, at start]", python.call("locking.of_a_bad_wheel"))
                .isEqualTo(List.of(false, true));
        observed.that("source archive, dry run: [exit status, code ran]", python.call(ARCHIVE, "uv", "2.1"))
                .isEqualTo(List.of(0, true));
        observed.that("... `--no-build`", python.call(ARCHIVE, "uv", "2.1", "--no-build"))
                .isEqualTo(List.of(1, false));
        observed.that("... metadata 2.2", python.call(ARCHIVE, "uv", "2.2")).isEqualTo(List.of(0, false));
        observed.control("the bytes that were locked, with their hash", python.call(BYTES, "uv", false, true))
                .isEqualTo(List.of(0, "1", List.of("uv")));
        observed.control("... by pip", python.call(BYTES, "pip", false, true))
                .isEqualTo(List.of(0, "1", List.of("pip")));
        observed.control("... without a hash", python.call(BYTES, "uv", false, false))
                .isEqualTo(List.of(0, "1", List.of("uv")));
        observed.control("metadata 2.2, dynamic", python.call(ARCHIVE, "uv", "2.2\nDynamic: Requires-Dist"))
                .isEqualTo(List.of(0, true));
        observed.control("pip: wheels only", python.call(ARCHIVE, "pip", "2.1", "--only-binary :all:"))
                .isEqualTo(List.of(1, false));
        observed.control("one unlisted, without the flag", python.call(PARTIAL, "not listed", "uv", ""))
                .isEqualTo(true);
        observed.control("a complete lock", python.call(PARTIAL, "complete", "uv"))
                .isEqualTo(true);
        observed.control("one without hash, with the flag", python.call(PARTIAL, "no hash", "uv"))
                .isEqualTo(false);
        observed.control("a `.pth` without code", python.call("locking.of_a_bad_wheel", false))
                .isEqualTo(List.of(false, false));
        observed.that(
                        "pip: other bytes, one without hash, metadata 2.2",
                        List.of(
                                fee(python, "pip", true, true),
                                python.call(PARTIAL, "no hash", "pip", ""),
                                python.call(ARCHIVE, "pip", "2.2")))
                .isEqualTo(List.of(List.of(1, "none"), false, List.of(0, true)));
    }

    /** How it ends, and the fee of what is installed then. */
    private static List<JsonNode> fee(Python python, String by, boolean isChanged, boolean isHashed) {
        var ended = python.call(BYTES, by, isChanged, isHashed);
        return List.of(ended.get(0), ended.get(1));
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
                        "money 1.11 comes out: `uv lock` [again, `--upgrade`]",
                        List.of(
                                python.call("choosing.locked_again"),
                                python.call("choosing.locked_again", "--upgrade")))
                .isEqualTo(List.of("1.10", "1.11"));
        observed.that(
                        "`uv lock --check`: exit status [same needs, one more]",
                        List.of(
                                python.call("choosing.of_an_old_lock", List.of("orders")),
                                python.call("choosing.of_an_old_lock", List.of("orders", "tax"))))
                .isEqualTo(List.of(0, 1));
        observed.that(
                        "99.0 elsewhere: [extra index, own first, source named]",
                        List.of(
                                python.call(INDEXES, "uv", "pip"),
                                python.call(INDEXES, "uv", "own index first"),
                                python.call("choosing.of_a_project", true)))
                .isEqualTo(List.of("99.0", "1.0", "1.0"));
        observed.that(
                        "99.0 a day old, `P7D`: [index, undated index, folder]",
                        List.of(
                                python.call(FRESH, true, WEEK),
                                python.call(FRESH, false, WEEK),
                                python.call("choosing.of_a_fresh_wheel")))
                .isEqualTo(List.of("1.0", "none", "99.0"));

        observed.control("without a cooldown", List.of(python.call(FRESH, true), python.call(FRESH, false)))
                .isEqualTo(List.of("99.0", "99.0"));
        observed.control(
                        "... of pip: a week, none",
                        List.of(python.call(FRESH, true, PIPS_WEEK, "pip"), python.call(FRESH, true, "", "pip")))
                .isEqualTo(List.of("1.0", "99.0"));
        observed.control("a project that names no source", python.call("choosing.of_a_project", false))
                .isEqualTo("99.0");
        observed.control("the newest of each", newest.get(1))
                .isEqualTo(List.of("money==2.0", "orders==1.0", "tax==2.0"));
        observed.control("tax 2 alone", python.call("choosing.resolved", "tax>=2"))
                .isEqualTo(List.of(0, Map.of("money", "2.0", "tax", "2.0")));
        observed.control("the needs in another order: the same lock", sameLock(python, "tax", "orders"))
                .isEqualTo(true);
        observed.control("other needs: the same lock", sameLock(python, "orders"))
                .isEqualTo(false);
        observed.control(
                        "the public index first: [pip, uv]",
                        List.of(
                                python.call(INDEXES, "pip", "pip, public first"),
                                python.call(INDEXES, "uv", "pip, public first")))
                .isEqualTo(List.of("99.0", "1.0"));
        observed.control("two environments, one standard library", python.call("choosing.in_two_environments"))
                .isEqualTo(List.of("1.9", "2.0", true));
        var both = List.of(0, Map.of("money", "1.10", "orders", "1.0"));
        var byUv = python.call("choosing.standard_lock", "uv");
        observed.control("pylock.toml, by uv", List.of(byUv.get(0), byUv.get(1)))
                .isEqualTo(both);
        var byPip = python.call("choosing.standard_lock", "pip");
        observed.control("who installed", List.of(byUv.get(2), byPip.get(2)))
                .isEqualTo(List.of(List.of("uv"), List.of("pip")));
        observed.that(
                        "pip: extra index, and a `pylock.toml` of uv",
                        List.of(python.call(INDEXES, "pip", "pip"), List.of(byPip.get(0), byPip.get(1))))
                .isEqualTo(List.of("99.0", both));
    }

    private static JsonNode sameLock(Python python, String... needs) {
        return python.call("choosing.locked_twice", List.of(needs));
    }
}
