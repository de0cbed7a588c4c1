"""What nothing enforces at run time: names, types, signatures, and what `assert` says."""

from dataclasses import dataclass

from checkout import Payments


@dataclass
class Settings:
    timeout: int = 5


@dataclass(slots=True)
class SlottedSettings:
    timeout: int = 5


class Cashier:
    def charge(self):  # not the two arguments that Payments has
        return "paid"


REFUND = """
def refund(cents):
    assert cents > 0, "a refund gives money back"
    return cents
"""


def misspelt(settings):
    """The time-out once it was set, with a typo; or that this was refused."""
    try:
        settings.timeuot = 60
    except AttributeError:
        return "refused"
    return settings.timeout


def of_a_dataclass():
    return misspelt(Settings())


def of_a_slotted_one():
    return misspelt(SlottedSettings())


def of_another_type():
    """A time-out that is no int, in either class."""
    return [make(timeout="soon").timeout for make in (Settings, SlottedSettings)]


def of_another_signature():
    """Whether isinstance takes a Cashier for Payments, and what the call says."""
    cashier = Cashier()
    try:
        return [isinstance(cashier, Payments), cashier.charge(1999, "EUR")]
    except TypeError as error:
        return [isinstance(cashier, Payments), type(error).__name__]


def refund(cents, optimize):
    """The rule as `python` compiles it (0), or `python -O` (1)."""
    module = {}
    exec(compile(REFUND, "refund.py", "exec", optimize=optimize), module)
    try:
        return module["refund"](cents)
    except AssertionError:
        return "refused"


if __name__ == "__main__":
    print("the time-out after settings.timeuot = 60:", of_a_dataclass())
    print("... with slots:", of_a_slotted_one())
    print('timeout="soon", as it is and with slots:', of_another_type())
    print("a cashier without arguments [isinstance, call]:", of_another_signature())
    print("a refund of -500 cents:", refund(-500, optimize=0))
    print("... under -O:", refund(-500, optimize=1))
