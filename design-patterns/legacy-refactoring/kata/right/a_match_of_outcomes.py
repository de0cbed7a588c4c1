# Pattern matching over the two outcomes.


class Experiment(Experiment):
    def agree(self, old, new):
        match old, new:
            case ("gives", before), ("gives", after):
                try:
                    return bool(self.same(before, after))
                except Exception:
                    return False
            case ("raises", before), ("raises", after):
                return type(before) is type(after)
        return False
