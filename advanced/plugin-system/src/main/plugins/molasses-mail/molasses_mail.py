"""A carrier that thinks for ever, and catches whatever would stop it."""


def quote(grams: int, country: str) -> int:
    while True:
        try:
            while True:
                print("thinking", flush=True)
        except BaseException:
            continue
