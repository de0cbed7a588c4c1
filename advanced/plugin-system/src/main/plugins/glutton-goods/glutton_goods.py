"""A carrier that keeps half a gigabyte, and never stops allocating."""

kept: list[bytearray] = []


def quote(grams: int, country: str) -> int:
    while True:
        kept.append(bytearray(1 << 20))
        del kept[:-512]
