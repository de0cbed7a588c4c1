"""Delegates by a loop, which passes nothing on but what comes out."""


def delegating(inner):
    return looping(inner)
