"""A carrier that promises cents and returns something that only looks like them."""


class Cents(int):
    """Any look at it from outside runs the plug-in's code: here, for ever."""

    def __repr__(self) -> str:
        while True:
            pass


def quote(grams: int, country: str) -> object:
    return {"DE": Cents(490), "FR": True, "IT": -1}.get(country, "490")
