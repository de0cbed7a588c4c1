package pykata.cli;

import picocli.CommandLine.Parameters;
import pykata.answer.Question;

/** A command for one question. */
abstract class QuestionCommand extends RepositoryCommand {

    @Parameters(
            index = "0",
            paramLabel = "QUESTION",
            completionCandidates = Names.OfQuestions.class,
            description = "Such as basics/gil, or gil.")
    private String name;

    Question question() {
        return repository.question(name, spec);
    }
}
