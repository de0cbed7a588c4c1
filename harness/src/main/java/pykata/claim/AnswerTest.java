package pykata.claim;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that proves the claims of one answer page: the {@code README.md} of the question's folder it lies in.
 * Page and tests are held together: every claim has a test, every test a claim.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(AnswerExtension.class)
public @interface AnswerTest {

    /** Another question's folder, relative to the module's; empty for the one this class lies in. */
    String folder() default "";
}
