"""Asks for the text instead of calling the method."""


def call(door):
    return str(door)
