package pykata.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;

@Command(
        name = "generate-completion",
        description = {
            "Writes the script by which bash and zsh complete commands, options and questions behind ./kata.",
            "For this shell (in zsh, after: autoload -U +X bashcompinit && bashcompinit):",
            "",
            "  source <(./kata generate-completion)",
            ""
        },
        footer = {"", "Example:", "  ./kata generate-completion > ~/.kata-completion"})
final class CompletionCommand extends RepositoryCommand {

    @Override
    public Integer call() {
        var script = AutoComplete.bash("kata", spec.root().commandLine());
        // picocli counts the words behind the command's name, and what is typed here is ./kata
        out().print(script.replace("currentPositionalIndex \"kata\"", "currentPositionalIndex \"${COMP_WORDS[0]}\""));
        out().flush();
        return 0;
    }
}
