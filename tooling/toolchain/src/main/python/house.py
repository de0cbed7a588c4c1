"""Three rules of this house: thirty lines of `ast`, and what they do not see."""

import ast


def findings(text):
    """The line of each breach, and the rule."""
    return sorted(
        (node.lineno, rule.__name__)
        for node in ast.walk(ast.parse(text))
        for rule in (money_as_float, mail_in_a_log, test_without_assert)
        if rule(node)
    )


def money_as_float(node):
    named = isinstance(node, ast.AnnAssign | ast.arg) and node.annotation
    return bool(named) and ast.unparse(named) == "float" and "cents" in ast.unparse(node)


def mail_in_a_log(node):
    if not isinstance(node, ast.Call) or not ast.unparse(node.func).startswith("log."):
        return False
    inner = [each for argument in node.args for each in ast.walk(argument)]
    return any(isinstance(each, ast.Attribute) and each.attr == "mail" for each in inner)


def test_without_assert(node):
    if not isinstance(node, ast.FunctionDef) or not node.name.startswith("test_"):
        return False
    return not any(isinstance(each, ast.Assert | ast.With) for each in ast.walk(node))


PLANTED = """
from desk import check, log

def pay(order, cents: float):
    log.info("paid by %s", order.mail)

def test_pay():
    check.pay(order=7, cents=100)
"""
TIDY = """
from desk import check, log, login, refuses

def pay(order, cents: int, share: float):
    log.info("paid by %s", order.number)
    login.send(order.mail)

def test_pay():
    assert check.pay(order=7, cents=100) == 100

def test_refused():
    with refuses(ValueError):
        check.pay(order=7, cents=-1)
"""

# The same habits in other words, and a right test that asserts by a method.
OTHER = """
from desk import check, logger

def pay(order, cents: float | None):
    logger.info("paid by %s", order.mail)

async def test_pay():
    check.pay(order=7, cents=100)

class TestPay(TestCase):
    def test_paid(self):
        self.assertEqual(check.pay(order=7, cents=100), 100)
"""


def of_planted():
    return findings(PLANTED)


def of_tidy():
    return findings(TIDY)


def of_other_words():
    return findings(OTHER)


if __name__ == "__main__":
    for line, rule in of_planted():
        print(f"line {line}: {rule}")
