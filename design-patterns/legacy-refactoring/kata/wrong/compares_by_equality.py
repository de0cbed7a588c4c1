# caught by: `same` decides about two results, and about nothing else
# Floats in another order of adding, NaN, a new time stamp: all are "different".


class Experiment(Experiment):
    def agree(self, old, new):
        self.same = eq
        return super().agree(old, new)
