package pykata.tooling.toolchain;

import static pykata.demo.Story.line;
import static pykata.demo.Story.scene;

import pykata.answer.Question;
import pykata.python.CPython;
import pykata.python.GraalPy;
import pykata.python.Limits;

/** Tools in the JVM and beside it: house rules, pytest and counts on GraalPy, and who sees which defect on CPython. */
public final class ToolchainDemo {

    private ToolchainDemo() {}

    public static void main(String[] arguments) {
        System.out.printf("%s on Java %s%n", GraalPy.version(), Runtime.version());
        var sources = Question.of(ToolchainDemo.class).sources();
        try (var python = new GraalPy(sources, Limits.DEFAULT)) {
            scene("House rules, thirty lines that need no tool");
            for (var finding : python.call("house.of_planted")) {
                line("line " + finding.get(0), finding.get(1).asText());
            }
            scene("pytest in this JVM: what its fixtures do when the test fails");
            line("events", python.call("teardown.of_an_order").get(0).get("test"));
            scene(
                    "500 orders: the calls that each instrument counts here, in a loop, in a batch, and where nobody asks");
            for (var instrument : new String[] {"setprofile", "cProfile", "monitoring"}) {
                line(instrument, python.call("counting.counted", instrument));
            }
        }
        try (var python = CPython.reference().start(sources, Limits.DEFAULT)) {
            scene("Ten planted defects, and the tools that see them, on CPython beside this JVM");
            python.call("matrix.seen", "planted").properties().forEach(each -> line(each.getKey(), each.getValue()));
        }
    }
}
