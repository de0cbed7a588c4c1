"""The example that everybody writes decides."""


def differs(way, number=1000):
    return ["none" if passes(way) else "aab", number]
