package pykata.advanced.pluginsystem;

import static pykata.python.Implementation.CPYTHON;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SandboxPolicy;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.GraalPy;

@Needs({"flit-core", "uv"})
class RestrictedContextTest extends ClaimsTest {

    @Claim
    @NotOn(value = CPYTHON, because = "it is about contexts in a JVM")
    void a_restricted_context_refuses_the_host_and_limits_no_resource(GraalPy python, Observed observed)
            throws Exception {
        var intruder = python.context().eval("python", "__import__('intruder')");
        var environment = Installed.once().environment();
        var attempts = intruder.invokeMember(
                "attempts", environment.resolve("pyvenv.cfg").toString(), environment.toString());
        var own = Path.of(intruder.getMember("__file__").asString());
        var sandbox = Sandbox.of(own.getParent(), OutputStream.nullOutputStream());
        var tries = sandbox.open();
        List<String> restricted;
        try {
            restricted = tried(importing("intruder", tries, own.getParent()), attempts);
        } finally {
            Sandbox.close(tries);
        }
        observed.that("files outside of its folder: [read, write, list]", restricted.subList(0, 3))
                .isEqualTo(Collections.nCopies(3, "refused"));
        observed.that("[environment, process, thread, socket, Java class]", restricted.subList(3, 8))
                .isEqualTo(Collections.nCopies(5, "refused"));
        observed.control(
                        "in a context with all access",
                        tried(python.newContext().eval("python", "__import__('intruder')"), attempts))
                .isEqualTo(Collections.nCopies(8, "allowed"));
        var context = sandbox.open();
        var other = sandbox.open();
        try {
            var plugin = importing("intruder", context, own.getParent());
            observed.that(
                            "[its own folder, (the clock and the process's number)]",
                            List.of(
                                    tried(plugin, "reads_a_file", own.toString()),
                                    tried(plugin, "reads_the_clock_and_the_process", null)))
                    .isEqualTo(List.of("allowed", "allowed"));
            observed.control(
                            "its own folder, to write",
                            tried(
                                    plugin,
                                    "writes_a_file",
                                    own.resolveSibling("new.txt").toString()))
                    .isEqualTo("refused");
            plugin.invokeMember("patches_the_library", (Object) null);
            var neighbour = importing("intruder", other, own.getParent());
            observed.that(
                            "`json.dumps(490)` after a plug-in has patched it: [there, in another context]",
                            List.of(
                                    plugin.invokeMember("uses_the_library", (Object) null)
                                            .asString(),
                                    neighbour
                                            .invokeMember("uses_the_library", (Object) null)
                                            .asString()))
                    .isEqualTo(List.of("free", "490"));
        } finally {
            Sandbox.close(context);
            Sandbox.close(other);
        }
        var limits = new ArrayList<String>();
        for (var option :
                List.of("sandbox.MaxHeapMemory=64MB", "sandbox.MaxCPUTime=1s", "sandbox.MaxStatements=1000")) {
            var parts = option.split("=");
            limits.add(built(sandbox.builder().option(parts[0], parts[1])));
        }
        observed.that("options that limit [heap, processor time, statements]", limits)
                .isEqualTo(Collections.nCopies(3, "refused"));
        observed.control("no option", built(sandbox.builder())).isEqualTo("accepted");
        observed.control(
                        "an option that weakens the policy",
                        built(sandbox.builder().allowIO(IOAccess.ALL)))
                .isEqualTo("refused");
        observed.that(
                        "stricter policies: [ISOLATED, UNTRUSTED]",
                        List.of(policy(SandboxPolicy.ISOLATED), policy(SandboxPolicy.UNTRUSTED)))
                .isEqualTo(List.of("refused", "refused"));
        observed.control("policy CONSTRAINED", policy(SandboxPolicy.CONSTRAINED))
                .isEqualTo("accepted");
    }

    private static Value importing(String module, Context context, Path folder) {
        return context.eval(
                        "python", "import sys; lambda folder, module: sys.path.append(folder) or __import__(module)")
                .execute(folder.toString(), module);
    }

    private static List<String> tried(Value plugin, Value attempts) {
        var outcomes = new ArrayList<String>();
        for (var number = 0; number < attempts.getArraySize(); number++) {
            var attempt = attempts.getArrayElement(number);
            var argument = attempt.getArrayElement(1);
            outcomes.add(tried(
                    plugin, attempt.getArrayElement(0).asString(), argument.isNull() ? null : argument.asString()));
        }
        return outcomes;
    }

    private static String tried(Value plugin, String function, Object argument) {
        try {
            plugin.invokeMember(function, argument);
            return "allowed";
        } catch (PolyglotException e) {
            return "refused";
        }
    }

    private static String policy(SandboxPolicy policy) {
        var builder = Engine.newBuilder("python")
                .useSystemProperties(false)
                .sandbox(policy)
                .in(InputStream.nullInputStream())
                .out(OutputStream.nullOutputStream())
                .err(OutputStream.nullOutputStream())
                .option("engine.WarnInterpreterOnly", "false");
        try (var engine = builder.build()) {
            return "accepted";
        } catch (IllegalArgumentException e) {
            return "refused";
        }
    }

    private static String built(Context.Builder builder) {
        try {
            builder.build().close(true);
            return "accepted";
        } catch (IllegalArgumentException e) {
            return "refused";
        }
    }
}
