# The warning names the line of the library, which nobody can change.


def __getattr__(name):
    if name in RENAMED:
        warnings.warn(f"{name} is now {RENAMED[name]}", DeprecationWarning)
        return globals()[RENAMED[name]]
    raise AttributeError(name)
