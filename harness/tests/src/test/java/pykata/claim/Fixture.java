package pykata.claim;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** A test class that only runs inside another test: an IDE that runs everything it finds leaves it alone. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf("pykata.claim.TillAnswer#isBeingProved")
@interface Fixture {}
