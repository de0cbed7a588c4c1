package pykata.claim;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import pykata.python.CPython;
import pykata.python.Limits;
import pykata.python.PythonUnavailable;
import pykata.python.Requirements;
import pykata.python.Sources;

/** Tests that install real packages: skipped with the reason where no index answers, red if that is forbidden. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RealIndex.Reached.class)
public @interface RealIndex {

    /** Three packages, two of them for GraalPy too. */
    Requirements PINNED = Requirements.in(Path.of("src/test/packages")).orElseThrow();

    /** Installs them, unless a build has done so before. */
    final class Reached implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            try {
                CPython.reference()
                        .start(Sources.of().needing(PINNED), Limits.DEFAULT)
                        .close();
            } catch (PythonUnavailable reason) {
                if (BuildOptions.isStrict() || !reason.isAbsent()) {
                    throw reason;
                }
                Assumptions.abort(reason.getMessage());
            }
        }
    }
}
