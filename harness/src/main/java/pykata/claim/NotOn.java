package pykata.claim;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import pykata.python.Implementation;

/** Where a claim does not apply. That is known beforehand, so nothing is planned there and nothing skipped. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(NotOn.Several.class)
public @interface NotOn {

    Implementation value();

    /** Only for versions older than this, {@code "3.14"}; empty for all. */
    String before() default "";

    /** Only on this operating system: linux, macosx or windows; empty for all. */
    String os() default "";

    String because();

    /** Container of repeated annotations. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Several {
        NotOn[] value();
    }
}
