"""Annotations that are checked when the function is called."""


def twice(quantity: int) -> int:
    if not isinstance(quantity, int):
        raise TypeError("an int, please")
    return quantity * 2
