package pykata.python;

import java.nio.file.Path;
import java.time.Duration;

/** The Pythons that the harness's own tests compare. */
enum Rig {
    GRAALPY {
        @Override
        Python start(Sources sources, Limits limits) {
            return new GraalPy(sources, limits);
        }
    },
    GRAALPY_PROCESS {
        @Override
        Python start(Sources sources, Limits limits) {
            return GraalPy.inOwnProcess(sources, limits);
        }
    },
    CPYTHON {
        @Override
        Python start(Sources sources, Limits limits) {
            return pykata.python.CPython.reference().start(sources, limits);
        }
    };

    static final Sources SOURCES = Sources.of(Path.of("src/test/python"));

    abstract Python start(Sources sources, Limits limits);

    Python start() {
        return start(SOURCES, Limits.DEFAULT);
    }

    Python startWithin(Duration time) {
        return start(SOURCES, Limits.DEFAULT.within(time));
    }
}
