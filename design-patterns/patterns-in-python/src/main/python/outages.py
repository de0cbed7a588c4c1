"""A dependency that is down, and who calls it how often: by a breaker, by retries, by both."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, Event, Lock, Thread

from breaker import (
    CLOSED,
    HALF_OPEN,
    OPEN,
    TABLE,
    Breaker,
    Impossible,
    Refused,
    is_exception,
)

SECONDS = 20  # a generous limit for what must happen


class Clock:
    """One that is moved by hand."""

    def __init__(self):
        self.now = 0

    def __call__(self):
        return self.now


class Bank:
    """Counts the calls that arrive; while it is down, each of them fails."""

    def __init__(self, error=ConnectionError):
        self.arrived = 0
        self.error = error

    def charge(self):
        self.arrived += 1
        if self.error is not None:
            raise self.error
        return "charged"


def attempt(action, *arguments):
    """What comes of it, or the name of the exception."""
    try:
        return action(*arguments)
    except BaseException as error:
        return type(error).__name__


def three_tries(action):
    for _ in range(2):
        with suppress(Exception):
            return action()
    return action()


def broken(clock, **settings):
    return Breaker(failures=5, seconds=30, clock=clock, **settings)


def a_hundred_requests(way):
    """How many calls arrive at a bank that is down, and how many requests end by each exception."""
    breaker, bank = broken(Clock()), Bank()
    request = {
        "nothing": bank.charge,
        "breaker": lambda: breaker.call(bank.charge),
        "three tries": lambda: three_tries(bank.charge),
        "tries around the breaker": lambda: three_tries(lambda: breaker.call(bank.charge)),
        "breaker around the tries": lambda: breaker.call(lambda: three_tries(bank.charge)),
    }[way]
    ends = [attempt(request) for _ in range(100)]
    return [bank.arrived, {end: ends.count(end) for end in sorted(set(ends))}]


def a_hundred_at_once():
    """How many calls arrive if none ends before all hundred have arrived, and the state then."""
    breaker, bank, everybody = broken(Clock()), Bank(), Barrier(100)

    def charge():
        everybody.wait(SECONDS)
        bank.charge()

    with ThreadPoolExecutor(100) as pool:
        list(pool.map(lambda _: attempt(breaker.call, charge), range(100)))
    return [bank.arrived, breaker.state]


def one_a_second():
    """How many calls of a hundred requests arrive."""
    clock, bank = Clock(), Bank()
    breaker = broken(clock)
    for _ in range(100):
        attempt(breaker.call, bank.charge)
        clock.now += 1
    return bank.arrived


def is_no_interrupt(error):
    """For a bank in Java: its exceptions are no `Exception` of Python's."""
    return not isinstance(error, KeyboardInterrupt | SystemExit | GeneratorExit)


def a_hundred_calls_of(bank, is_failure):
    """How many are refused, and the state then; the bank may be an object of Java's."""
    breaker = broken(Clock(), is_failure=is_failure)
    ends = [attempt(breaker.call, bank.charge) for _ in range(100)]
    return [ends.count(Refused.__name__), breaker.state]


class NoException(BaseException):
    """As an exception of Java's, which derives from BaseException alone."""


def a_hundred_calls_that_raise_no_exception():
    """How many are refused if only an `Exception` is a failure, and if all but interrupts are."""
    deciding = is_exception, is_no_interrupt
    return [a_hundred_calls_of(Bank(NoException), decide)[0] for decide in deciding]


def opened(clock):
    """A breaker that has just opened."""
    breaker = broken(clock)
    for _ in range(5):
        attempt(breaker.call, Bank().charge)
    return breaker


def ten_at_once(seconds):
    """Calls that arrive and that are refused, of ten, so many seconds after the breaker opened.

    A call that arrives does not end before all ten have arrived or been refused.
    """
    clock, everybody, lock = Clock(), Event(), Lock()
    breaker = opened(clock)
    clock.now = seconds
    counts = {"arrived": 0, "refused": 0}

    def count(what):
        with lock:
            counts[what] += 1
            if sum(counts.values()) == 10:
                everybody.set()

    def charge():
        count("arrived")
        return everybody.wait(SECONDS)

    def request(_):
        try:
            breaker.call(charge)
        except Refused:
            count("refused")

    with ThreadPoolExecutor(10) as pool:
        list(pool.map(request, range(10)))
    return [counts["arrived"], counts["refused"], breaker.state]


def pairs():
    """Which pairs of a state and an event lead on, and how many raise."""
    moves, impossible = [], 0
    for state in CLOSED, OPEN, HALF_OPEN:
        for event in sorted({event for _, event in TABLE}):
            breaker = broken(Clock())
            breaker.state = state
            try:
                breaker.move(event)
            except Impossible:
                impossible += 1
            else:
                moves.append(f"{state} -> {breaker.state}")
    return {"moves": moves, "impossible": impossible}


ERRORS = {"ok": None, "fail": ConnectionError, "interrupted": KeyboardInterrupt}


def driven(events):
    """A breaker's state after each event: ten seconds, or a call that ends in one of three ways."""
    clock = Clock()
    breaker = broken(clock)
    states = []
    for event in events:
        refused = ""
        if event == "10 s":
            clock.now += 10
        elif attempt(breaker.call, Bank(ERRORS[event]).charge) == Refused.__name__:
            refused = "refused, "
        states.append(refused + breaker.state)
    return states


def a_cancelled_try():
    """What the breaker says after a call that a task's cancellation ends, tried in HALF_OPEN."""
    from asyncio import CancelledError  # a large module: only here is it needed

    clock = Clock()
    breaker = opened(clock)
    clock.now = 31
    ended = attempt(breaker.call, Bank(CancelledError).charge)
    return [ended, breaker.state, attempt(breaker.call, Bank(None).charge), breaker.state]


def an_answer(outcome, is_late):
    """While a call tries: the answer to it, or to one that began before the breaker opened."""
    clock = Clock()
    breaker = broken(clock)
    early = breaker.admit()
    for _ in range(5):
        attempt(breaker.call, Bank().charge)
    clock.now = 31
    trying = breaker.admit()
    breaker.settle(outcome, early if is_late else trying)
    return [breaker.state, attempt(breaker.call, Bank(None).charge)]


class NotedLock:
    """A lock that tells when somebody has to wait for it."""

    def __init__(self):
        self.lock = Lock()
        self.somebody_waits = Event()

    def __enter__(self):
        if not self.lock.acquire(blocking=False):
            self.somebody_waits.set()
            self.lock.acquire()

    def __exit__(self, *failure):
        self.lock.release()


def overtaken():
    """How two calls end, of which the second comes while the first is being admitted.

    The first does not end before the second.
    """
    clock = Clock()
    breaker = opened(clock)
    lock = breaker.lock = NotedLock()
    ends = []

    def second():
        ends.append(attempt(breaker.call, Bank(None).charge))
        lock.somebody_waits.set()

    other = Thread(target=second)

    def time_is_up():
        if not other.ident:
            other.start()
            lock.somebody_waits.wait(SECONDS)
        return 31

    def charge():
        other.join(SECONDS)
        return "charged"

    breaker.clock = time_is_up
    ends.append(attempt(breaker.call, charge))
    other.join(SECONDS)
    return [ends, breaker.log]


if __name__ == "__main__":
    for way in "nothing", "breaker", "three tries", "tries around the breaker":
        print(f"{way}, 100 requests:", a_hundred_requests(way))
    print("ten at once, after 31 seconds:", ten_at_once(31))
    print(driven(["fail"] * 5 + ["ok", "10 s", "10 s", "10 s", "ok", "10 s", "ok"]))
