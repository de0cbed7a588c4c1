"""The example that everybody writes decides."""


def differs(way):
    return ["none" if passes(way) else "aab", 1000]
