"""What goes in and comes out of a call."""


def echo(value):
    return value


def pair():
    return 1, "zwei"


def nothing():
    return None


def not_a_number():
    return float("nan")


def a_set():
    return {1}


def divide(a, b):
    return a / b


def leave(status):
    raise SystemExit(status)


def implementation():
    import sys

    return sys.implementation.name


class Mute(Exception):
    def __str__(self):
        raise ValueError("no words")


def mute():
    raise Mute


if __name__ == "__main__":
    import sys

    print("run with", *sys.argv[1:])
    print("to the log", file=sys.stderr)
    sys.exit(3)
