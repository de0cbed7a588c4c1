package pykata.designpatterns.largeprojectstructure;

import pykata.answer.Question;
import pykata.python.CPython;
import pykata.python.Limits;
import pykata.python.TemporaryFolder;

/** The wheels of the repository, built by uv and CPython: see shipping.py. */
public record Wheels(TemporaryFolder folder) implements AutoCloseable {

    /** @throws pykata.python.PythonUnavailable if what builds them cannot be had */
    public static Wheels of(Question question) {
        var folder = TemporaryFolder.create();
        try (var python = CPython.reference().start(question.sources(), Limits.DEFAULT)) {
            python.call("shipping.build", folder.path().toString());
        }
        return new Wheels(folder);
    }

    public String path() {
        return folder.path().toString();
    }

    @Override
    public void close() {
        folder.close();
    }
}
