# caught by: no exception of the new code reaches the caller
# Only the errors that one has thought of are caught.


class Experiment(Experiment):
    def outcome(self, code, argument):
        if code is self.old:
            return super().outcome(code, argument)
        try:
            return "gives", code(argument)
        except (ValueError, TypeError) as error:
            return "raises", error
