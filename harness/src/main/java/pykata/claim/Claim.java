package pykata.claim;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;

/**
 * The proof of the claim whose id is this method's name. It runs once per interpreter on the code as it is, then once
 * per interpreter on the claim's broken twin, which must make it fail, then on the other claims' twins, which must not.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
public @interface Claim {

    /** {@code "none: "} and the reason, for a claim about the interpreter itself that no Python of ours can break. */
    String falsifier() default "";

    /** Whether GraalPy, too, gets a process of its own. */
    boolean inOwnProcess() default false;

    /** The limit of each call, on a machine that does nothing else; on a busy one it may take a few times as long. */
    int seconds() default 30;
}
