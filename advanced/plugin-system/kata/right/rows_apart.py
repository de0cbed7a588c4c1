# whole
"""Three dicts instead of objects, and the copies by way of a loop."""

from copy import deepcopy


class Host:
    def __init__(self, strikes):
        self.strikes = strikes
        self.quotes = {}
        self.priorities = {}
        self.rows = {}

    def register(self, name, quote, priority=0):
        if name in self.quotes:
            raise ValueError(name)
        self.quotes[name], self.priorities[name], self.rows[name] = quote, priority, 0

    def ask(self, parcel):
        answers = []
        names = sorted(self.quotes)
        names.sort(key=self.priorities.get, reverse=True)  # stable: equal ones stay in their order
        for name in names:
            if self.rows[name] < self.strikes:
                answers.append((name, *self.outcome(name, deepcopy(parcel))))
        return answers

    def outcome(self, name, parcel):
        try:
            answer = self.quotes[name](parcel)
        except BaseException as failure:
            if isinstance(failure, KeyboardInterrupt):
                raise
            self.rows[name] += 1
            return "failed", failure
        self.rows[name] = 0
        return "answered", answer

    def disabled(self):
        return sorted(name for name, row in self.rows.items() if row >= self.strikes)

    def enable(self, name):
        if name not in self.rows:
            raise KeyError(name)
        self.rows[name] = 0
