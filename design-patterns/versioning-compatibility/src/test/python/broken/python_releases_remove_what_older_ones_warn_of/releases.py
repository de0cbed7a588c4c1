# It looks with warnings off, as production does.

looking = tried


def tried(name, filters):
    return looking(name, "ignore")
