package pykata.claim;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.function.Uncheck;
import pykata.answer.Question;
import pykata.python.Folders;

/**
 * A claim's test as its class file declares it. Nothing is loaded: the tests of a question's parts may need what this JVM
 * does not have.
 *
 * @param test the class's full name
 * @param id of the claim
 */
public record DeclaredClaim(String test, String id, String falsifier) {

    private static final ClassDesc CLAIM = ClassDesc.of(Claim.class.getName());

    /** Those of all test classes of a question's modules. */
    public static Stream<DeclaredClaim> of(Question question) {
        return compiled(question).flatMap(DeclaredClaim::in);
    }

    /** The same, and those of one that may lie elsewhere. */
    static List<DeclaredClaim> of(Question question, Class<?> test) {
        var known = Question.compiledTo(test).resolve(test.getName().replace('.', '/') + ".class");
        return Stream.concat(Stream.of(known), compiled(question))
                .distinct()
                .flatMap(DeclaredClaim::in)
                .toList();
    }

    private static Stream<Path> compiled(Question question) {
        return question.modules().stream()
                .map(module -> module.resolve("target/test-classes"))
                .flatMap(folder -> Folders.files(folder, ".class").stream());
    }

    private static Stream<DeclaredClaim> in(Path file) {
        var model = Uncheck.get(() -> ClassFile.of().parse(file));
        var test = model.thisClass().asInternalName().replace('/', '.');
        return model.methods().stream()
                .flatMap(method -> method.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                        .flatMap(annotations -> annotations.annotations().stream())
                        .filter(annotation -> annotation.classSymbol().equals(CLAIM))
                        .map(claim ->
                                new DeclaredClaim(test, method.methodName().stringValue(), falsifier(claim))));
    }

    private static String falsifier(Annotation claim) {
        return claim.elements().stream()
                .filter(element -> element.name().equalsString("falsifier"))
                .map(element -> ((AnnotationValue.OfString) element.value()).stringValue())
                .findFirst()
                .orElse("");
    }

    /** As a message names it. */
    @Override
    public String toString() {
        return test.substring(test.lastIndexOf('.') + 1).replaceFirst(".*\\$", "") + "." + id;
    }
}
