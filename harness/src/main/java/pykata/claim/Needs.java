package pykata.claim;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The Python packages that a claim imports, or every claim of a class. They are pinned in the {@code requirements.txt} of
 * the Maven module or of the question, and all that it pins can be imported; without this, nothing of it.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    /** As the index calls them: {@code "more-itertools"}. */
    String[] value();
}
