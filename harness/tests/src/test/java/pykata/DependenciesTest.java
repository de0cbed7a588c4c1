package pykata;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the harness's packages may know of each other. */
class DependenciesTest {

    /** From the bottom to the top: a package knows those before it. */
    private static final List<String> PACKAGES =
            List.of("state", "python", "measured", "answer", "demo", "bench", "practice", "claim", "mutation", "cli");

    private static final JavaClasses HARNESS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("pykata");

    @Test
    void a_package_knows_only_those_below_it() {
        assertThat(HARNESS.stream()
                        .map(JavaClass::getPackageName)
                        .distinct()
                        .filter(name -> !name.endsWith("jmh_generated")))
                .containsExactlyInAnyOrderElementsOf(
                        PACKAGES.stream().map(name -> "pykata." + name).toList());
        for (var name : PACKAGES) {
            var above = PACKAGES.subList(PACKAGES.indexOf(name) + 1, PACKAGES.size());
            noClasses()
                    .that()
                    .resideInAPackage("pykata." + name)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            above.stream().map(each -> "pykata." + each).toArray(String[]::new))
                    .check(HARNESS);
        }
    }

    @Test
    void the_classes_that_run_python_do_not_know_each_other_in_a_circle() {
        slices().assignedFrom(new TopLevelClasses("pykata.python"))
                .should()
                .beFreeOfCycles()
                .check(HARNESS);
    }

    /** Each class is a slice with what is nested in it; {@code Interpreter} and its kinds are one. */
    private record TopLevelClasses(String ofPackage) implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().equals(ofPackage)
                    ? SliceIdentifier.of(type.getName()
                            .replaceFirst("\\$.*", "")
                            .replaceFirst("Interpreters$|Implementation$", "Interpreter"))
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "the classes of " + ofPackage;
        }
    }
}
