# The caller gets the new answer, if there is one.


class Parallel(Parallel):
    def __call__(self, order):
        answer = super().__call__(copy.deepcopy(order))
        try:
            return self.new(order)
        except Exception:
            return answer
