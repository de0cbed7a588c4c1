package pykata.designpatterns.largeprojectstructure;

import static pykata.demo.Story.line;
import static pykata.demo.Story.scene;

import pykata.answer.Question;
import pykata.python.GraalPy;
import pykata.python.Limits;

/** A pipeline in the JVM: what a change concerns, and a release that ends after each of its steps. */
public final class LargeProjectStructureDemo {

    private LargeProjectStructureDemo() {}

    public static void main(String[] arguments) {
        System.out.printf("%s on Java %s%n", GraalPy.version(), Runtime.version());
        var question = Question.of(LargeProjectStructureDemo.class);
        try (var wheels = Wheels.of(question);
                var python = new GraalPy(question.sources(), Limits.DEFAULT)) {
            scene("A file is changed: what must be tested, and who reviews it");
            for (var name : new String[] {"money", "catalog", "web"}) {
                var file = "packages/acme-%s/src/acme/%s/api.py".formatted(name, name);
                line(
                        name,
                        "%s, %s".formatted(python.call("affected.concerned", file), python.call("owners.owner", file)));
            }
            scene("The order of a release");
            line("first to last", python.call("releasing.order", wheels.path()));
            scene("Ended by an exception after each step, and run again");
            for (var how : new String[] {"asks the index", "notes it before", "notes it afterwards"}) {
                line(how, python.call("killing.killed_everywhere", wheels.path(), how, "exception"));
            }
        }
    }
}
