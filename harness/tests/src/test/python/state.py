"""Something that is left behind."""

calls = 0


def count():
    global calls
    calls += 1
    return calls
