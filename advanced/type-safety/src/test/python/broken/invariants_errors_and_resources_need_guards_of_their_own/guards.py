"""A period that trusts its caller."""


@dataclass(frozen=True)
class Period:
    start: int
    end: int
