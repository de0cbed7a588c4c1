"""Calls a method: then one context is enough for two threads."""


def render(door):
    return f"at the door: {door.knock()}"
