"""Puts every report on disk at once: nothing is left to be lost."""


def save(path):
    save_and_close(path)
    return open(path)
