package pykata.mutation;

import java.nio.file.Path;
import java.util.List;

/** Code whose mutants something must notice. */
interface Subject extends AutoCloseable {

    /** What it is, for the reader. */
    String title();

    /** The folder in which a mutant's module is found. */
    Path root(Mutant mutant);

    List<Mutant> mutants();

    /** Whether anything notices a mutant, and what. Several threads may ask at the same time. */
    Fate fate(Mutant mutant);

    @Override
    void close();
}
