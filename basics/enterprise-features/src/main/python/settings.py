"""What nothing enforces at run time: names, types, signatures, and what `assert` says."""

from dataclasses import dataclass

from checkout import InMemory, Payments


@dataclass
class Settings:
    timeout: int = 5


@dataclass(slots=True)
class SlottedSettings:
    timeout: int = 5


class Cashier:
    def charge(self):  # not the two arguments that Payments has
        return "paid"


class Till:
    def charge(self, cents, currency):
        return f"{cents} {currency}"


REFUND = """
def refund(cents):
    assert cents > 0, "a refund gives money back"
    return cents
"""


def set_to_60(settings, name):
    """The time-out once a setting was set to 60; or that this was refused."""
    try:
        setattr(settings, name, 60)
    except AttributeError:
        return "refused"
    return settings.timeout


def timeouts(name):
    return [set_to_60(make(), name) for make in (Settings, SlottedSettings)]


def of_another_type():
    """A time-out that is no int, in either class."""
    return [make(timeout="soon").timeout for make in (Settings, SlottedSettings)]


def charged(make):
    """Whether isinstance takes one for Payments, and what the call says."""
    try:
        answer = make().charge(1999, "EUR")
    except (TypeError, AttributeError) as error:
        answer = type(error).__name__
    return [isinstance(make(), Payments), answer]


def bases():
    """What the cashier and the till inherit from, and what has both ports in `checkout`."""
    return {
        make.__name__: [base.__name__ for base in make.__bases__]
        for make in (Cashier, Till, InMemory)
    }


def signatures():
    return {make.__name__: charged(make) for make in (Cashier, Till, Settings)}


def refund(cents, optimize):
    """The rule as `python` compiles it (0), or `python -O` (1)."""
    module = {}
    exec(compile(REFUND, "refund.py", "exec", optimize=optimize), module)
    try:
        return module["refund"](cents)
    except AssertionError:
        return "refused"


if __name__ == "__main__":
    print("the time-out after settings.timeuot = 60, as it is and with slots:", timeouts("timeuot"))
    print('timeout="soon", as it is and with slots:', of_another_type())
    print("[isinstance of the Protocol, the call]:", signatures())
    print("a refund of -500 cents:", refund(-500, optimize=0))
    print("... under -O:", refund(-500, optimize=1))
