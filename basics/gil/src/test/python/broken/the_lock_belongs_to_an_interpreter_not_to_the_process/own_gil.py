"""The second interpreter is only a thread of the first."""


def by_an_interpreter():
    return by_a_thread()
