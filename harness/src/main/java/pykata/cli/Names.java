package pykata.cli;

import java.util.Iterator;
import java.util.stream.Stream;
import pykata.answer.Catalogue;

/** What a shell may complete. */
final class Names {

    private Names() {}

    /** All names of questions, the short ones too. */
    static final class OfQuestions implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return questions().iterator();
        }
    }

    static final class OfCommands implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return KataCommand.names().iterator();
        }
    }

    static final class OfModules implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Repository.modules().iterator();
        }
    }

    static final class OfModulesAndQuestions implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Stream.concat(Repository.modules().stream(), questions()).iterator();
        }
    }

    private static Stream<String> questions() {
        return Catalogue.questions().keySet().stream().flatMap(id -> Stream.of(id, id.replaceFirst(".*/", "")));
    }
}
