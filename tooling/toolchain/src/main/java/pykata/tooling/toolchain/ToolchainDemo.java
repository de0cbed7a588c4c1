package pykata.tooling.toolchain;

import static pykata.demo.Story.line;
import static pykata.demo.Story.scene;

import pykata.answer.Question;
import pykata.python.GraalPy;
import pykata.python.Limits;

/** Write here what this shows on the JVM. */
public final class ToolchainDemo {

    private ToolchainDemo() {}

    public static void main(String[] arguments) {
        System.out.printf("%s on Java %s%n", GraalPy.version(), Runtime.version());
        try (var python = new GraalPy(Question.of(ToolchainDemo.class).sources(), Limits.DEFAULT)) {
            scene("not yet written: the story that ./kata run tells");
            line("what Java gets", python.call("toolchain.shown").asText());
        }
        throw new IllegalStateException("not yet written: the story that ./kata run tells");
    }
}
