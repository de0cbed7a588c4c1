# caught by: what is no Exception goes on to the caller, and stops the run
# Nothing may harm the caller, so nothing stops the program any more.


class Experiment(Experiment):
    def outcome(self, code, argument):
        try:
            return "gives", code(argument)
        except BaseException as error:
            return "raises", error
