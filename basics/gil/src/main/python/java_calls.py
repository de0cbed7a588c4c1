"""Java as seen from Python threads: what lets go of GraalPy's lock on the way."""


def call(door):
    return door.knock()


def text(door):
    return str(door)


def render(door):
    return f"at the door: {door}"


if __name__ == "__main__":
    print("needs a Java object: run the demonstration, pykata.basics.gil.GilDemo")
