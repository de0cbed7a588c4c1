"""Two tests of one name: the second silently replaces the first, unless `__prepare__` looks."""

from __future__ import annotations

import unittest
from typing import Any


class Once(dict[str, Any]):
    """The namespace of a class body that may define each test once."""

    def __setitem__(self, name: str, value: Any) -> None:
        if name.startswith("test") and name in self:
            raise TypeError(f"{name} is defined twice")
        super().__setitem__(name, value)


class StrictTests(type):
    @classmethod
    def __prepare__(mcs, name: str, bases: tuple[type, ...]) -> Once:
        return Once()


def price_tests(metaclass: type) -> type[unittest.TestCase]:
    class PriceTests(unittest.TestCase, metaclass=metaclass):
        def test_total(self) -> None:
            self.fail()

        def test_total(self) -> None:  # noqa: F811 - this is what it is about
            """Passes."""

    return PriceTests


def stock_tests(metaclass: type) -> type[unittest.TestCase]:
    """Each test once, the first one wrong; what is no test may be defined again."""

    class StockTests(unittest.TestCase, metaclass=metaclass):
        pieces = 1
        pieces = pieces + 1

        def test_first(self) -> None:
            self.fail()

        def test_total(self) -> None:
            self.assertEqual(self.pieces, 2)

    return StockTests


def tests_run(tests: str, strict: bool) -> list[int] | str:
    """How many tests run, and how many of them fail; or how the class is refused."""
    try:
        cases = globals()[tests](StrictTests if strict else type)
    except TypeError as error:
        return type(error).__name__
    result = unittest.TestResult()
    unittest.defaultTestLoader.loadTestsFromTestCase(cases).run(result)
    return [result.testsRun, len(result.failures)]


if __name__ == "__main__":
    for tests in "price_tests", "stock_tests":
        print(f"{tests}: tests run, failures:", tests_run(tests, strict=False))
        print(f"{tests} with __prepare__:", tests_run(tests, strict=True))
