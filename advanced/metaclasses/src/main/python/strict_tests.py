"""Two tests of one name: the second silently replaces the first, unless `__prepare__` looks."""

from __future__ import annotations

import unittest
from typing import Any


class TestNames(dict[str, Any]):
    """The namespace of a class body that may define each test once."""

    def __setitem__(self, name: str, value: Any) -> None:
        if name.startswith("test") and name in self:
            raise TypeError(f"{name} is defined twice")
        super().__setitem__(name, value)


class StrictTests(type):
    @classmethod
    def __prepare__(mcs, name: str, bases: tuple[type, ...], **keywords: Any) -> TestNames:
        return TestNames()


class StrictTestCase(unittest.TestCase, metaclass=StrictTests):
    """What all teams derive their tests from."""


def price_tests(base: type) -> type[unittest.TestCase]:
    class PriceTests(base):
        def test_total(self) -> None:
            self.fail()

        def test_total(self) -> None:  # noqa: F811 - this is what it is about
            """Passes."""

    return PriceTests


def refund_tests(base: type) -> type[unittest.TestCase]:
    """Another name, assigned and not defined: it is the name that counts."""

    class RefundTests(base):
        test_partial = base.id
        test_partial = base.id  # noqa: PIE794 - this is what it is about

    return RefundTests


def stock_tests(base: type) -> type[unittest.TestCase]:
    """Each test once, the first one wrong; what is no test may be defined again."""

    class Tagged:
        def __init_subclass__(cls, tag: str) -> None:
            super().__init_subclass__()

    class StockTests(base, Tagged, tag="slow"):
        pieces = 1
        pieces = pieces + 1

        def test_first(self) -> None:
            self.fail()

        def test_total(self) -> None:
            self.assertEqual(self.pieces, 2)

    return StockTests


def tests_run(tests: str, strict: bool) -> dict[str, int] | str:
    """How many tests run, and how many of them fail; or how the class is refused."""
    try:
        cases = globals()[tests](StrictTestCase if strict else unittest.TestCase)
    except TypeError as error:
        return type(error).__name__
    result = unittest.TestResult()
    unittest.defaultTestLoader.loadTestsFromTestCase(cases).run(result)
    return {"run": result.testsRun, "failed": len(result.failures)}


if __name__ == "__main__":
    for tests in "price_tests", "refund_tests", "stock_tests":
        print(f"{tests}: tests run, failures:", tests_run(tests, strict=False))
        print(f"{tests} with __prepare__:", tests_run(tests, strict=True))
