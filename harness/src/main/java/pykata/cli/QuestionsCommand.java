package pykata.cli;

import java.util.List;
import picocli.CommandLine.Parameters;
import pykata.answer.Question;

/** A command for some questions, or for all that are answered. */
abstract class QuestionsCommand extends RepositoryCommand {

    @Parameters(
            arity = "0..*",
            paramLabel = "QUESTION",
            completionCandidates = Names.OfQuestions.class,
            description = "Such as basics/gil, or gil; all, if none is named.")
    List<String> names = List.of();

    List<Question> questions() {
        return names.isEmpty()
                ? repository.answered()
                : names.stream().map(name -> repository.question(name, spec)).toList();
    }
}
