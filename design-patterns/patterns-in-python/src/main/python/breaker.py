"""A circuit breaker as a table of states: a dead dependency gets no more calls than it must."""

from contextlib import suppress
from threading import Lock

CLOSED, OPEN, HALF_OPEN = "CLOSED", "OPEN", "HALF_OPEN"

TABLE = {
    (CLOSED, "too many failures"): OPEN,
    (OPEN, "time is up"): HALF_OPEN,
    (HALF_OPEN, "success"): CLOSED,
    (HALF_OPEN, "failure"): OPEN,
}


class Refused(Exception):
    """The call has not been made: the breaker is open, or another one is trying already."""


class Impossible(Exception):
    """An event that the table does not have for this state."""


def is_exception(error):
    """An interrupt and a task's cancellation are none: they say nothing about the dependency."""
    return isinstance(error, Exception)


class Breaker:
    """Opens after so many failures in a row; after so many seconds it lets one call through."""

    def __init__(self, failures, seconds, clock, is_failure=is_exception):
        self.most_failures = failures
        self.seconds = seconds
        self.clock = clock
        self.is_failure = is_failure
        self.state = CLOSED
        self.failures = 0
        self.opened_at = None
        self.is_trying = False
        self.log = []
        self.lock = Lock()

    def call(self, function):
        period = self.admit()
        try:
            answer = function()
        except BaseException as error:
            self.settle("failure" if self.is_failure(error) else "neither", period)
            raise
        self.settle("success", period)
        return answer

    def admit(self):
        with self.lock:
            if self.state == OPEN and self.clock() > self.opened_at + self.seconds:
                self.move("time is up")
            if self.state == OPEN or self.is_trying:
                raise Refused
            self.is_trying = self.state == HALF_OPEN
            return len(self.log)

    def settle(self, outcome, period):
        """What became of a call; of one that began in an earlier state, nothing is to be learnt."""
        with self.lock:
            if period != len(self.log):
                return
            self.is_trying = False
            if self.state == HALF_OPEN and outcome != "neither":
                self.move(outcome)
            elif outcome == "failure":
                self.failures += 1
                if self.failures == self.most_failures:
                    self.move("too many failures")
            elif outcome == "success":
                self.failures = 0

    def move(self, event):
        """The only place where the state changes."""
        if (self.state, event) not in TABLE:
            raise Impossible(f"{event} in state {self.state}")
        self.state = TABLE[self.state, event]
        self.log.append(self.state)
        self.failures = 0
        self.opened_at = self.clock()


if __name__ == "__main__":
    breaker = Breaker(failures=5, seconds=30, clock=lambda: 0)
    arrived = []
    for _ in range(100):
        with suppress(ZeroDivisionError, Refused):
            breaker.call(lambda: arrived.append(1) or 1 // 0)
    print("calls that arrive, of 100:", len(arrived))
    print("the breaker is", breaker.state)
