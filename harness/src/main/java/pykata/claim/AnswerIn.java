package pykata.claim;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the question's folder for a test class that does not lie in it: that of a made-up question. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface AnswerIn {

    /** Relative to the folder of the test's module. */
    String value();
}
