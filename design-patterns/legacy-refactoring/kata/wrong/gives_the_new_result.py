# caught by: the caller gets what the old code gives
# "It is the better one": then it is no experiment, but a release.


class Experiment(Experiment):
    def run(self, argument):
        result = super().run(argument)
        try:
            return self.new(deepcopy(argument))
        except Exception:
            return result
