package pykata.mutation;

import java.util.List;

/** Code whose mutants something must notice. */
interface Subject extends AutoCloseable {

    List<Mutant> mutants();

    /** Whether anything notices a mutant, and what. Several threads may ask at the same time. */
    Fate fate(Mutant mutant);

    @Override
    default void close() {}
}
