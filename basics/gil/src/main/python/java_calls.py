"""Java as seen from Python threads: what lets go of GraalPy's lock on the way."""


def call(door):
    return door.knock()


def call_keeping_the_lock(door):
    import polyglot

    with polyglot.gil_locked_during_interop(True):
        return door.knock()


def text(door):
    return str(door)


def render(door):
    return f"at the door: {door}"


if __name__ == "__main__":
    print("needs a Java object: run the demonstration, pykata.basics.gil.GilDemo")
