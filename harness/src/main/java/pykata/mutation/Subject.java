package pykata.mutation;

import java.nio.file.Path;
import java.util.List;

/** Code whose mutants something must notice. */
sealed interface Subject extends AutoCloseable permits PythonUnderProof, KataSolution {

    /** What it is, for the reader. */
    String title();

    /** The folder in which its modules are found. */
    Path root();

    List<Mutant> mutants();

    /** Whether anything notices a mutant, and what. Several threads may ask at the same time. */
    Fate fate(Mutant mutant);

    @Override
    void close();
}
