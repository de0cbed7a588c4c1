"""A generator that says what it does: for those who consume it from Java."""


def produce(log):
    """Readings 0, 1, 2, ...; each is told to `log` when it is made, and so is the end."""
    reading = 0
    try:
        while True:
            log(f"made {reading}")
            yield reading
            reading += 1
    finally:
        log("closed")


if __name__ == "__main__":
    produced = produce(print)
    next(produced)
    next(produced)
    produced.close()
