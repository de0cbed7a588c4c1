"""One generator asked by two threads: in turn, and by the second while the first is inside."""

from threading import Thread


def readings(meanwhile):
    meanwhile()
    yield from (1, 2)


def asked(while_inside):
    """What the first thread gets, and what the second gets."""
    answers = {}

    def ask(thread):
        try:
            answers[thread] = next(generator)
        except ValueError as error:
            answers[thread] = type(error).__name__

    def ask_in_a_second_thread():
        second = Thread(target=ask, args=("second",))
        second.start()
        second.join()

    generator = readings(ask_in_a_second_thread if while_inside else lambda: None)
    ask("first")
    if not while_inside:
        ask_in_a_second_thread()
    return [answers["first"], answers["second"]]


if __name__ == "__main__":
    print("in turn:", asked(while_inside=False))
    print("one while the other is inside:", asked(while_inside=True))
