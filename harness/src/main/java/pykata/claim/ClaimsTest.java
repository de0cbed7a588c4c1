package pykata.claim;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that proves claims of one answer page: the {@code README.md} of the question's folder it lies in. It is
 * for claims that the question's {@link AnswerTest} leaves to others, such as those of a part of a system.
 */
@ExtendWith(AnswerExtension.class)
public abstract class ClaimsTest {}
