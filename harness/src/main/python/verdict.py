"""What becomes of a file that is held against a kata's checks, and the one place that words it."""

from __future__ import annotations

import re
from typing import NamedTuple

SOLVED = "solved"
WRONG_ANSWER = "wrong answer"
SYNTAX_ERROR = "syntax error"
IMPORT_ERROR = "import error"
LIMIT_HIT = "limit hit"
OUR_FAULT = "our own fault"

# A terminal would obey the first ones, and the others turn the order of what is shown around.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

EXIT_STATUS = {
    SOLVED: 0,
    WRONG_ANSWER: 1,
    SYNTAX_ERROR: 2,
    IMPORT_ERROR: 2,
    LIMIT_HIT: 3,
    OUR_FAULT: 3,
}


class Verdict(NamedTuple):
    """How many checks pass before one does not, and why that one does not."""

    outcome: str
    message: str = ""
    checks: tuple[str, ...] = ()  # all of them; none if the file cannot be used
    passed: int = 0

    def lines(self, file: str) -> list[str]:
        """The checks that pass, and what is wrong."""
        lines = [f"ok    {name}" for name in self.checks[: self.passed]]
        if self.outcome == SOLVED:
            return lines
        failed = self.checks[self.passed :]
        name = UNPRINTABLE.sub("?", file)
        lines.append(f"FAIL  {failed[0] if failed else f'{name} cannot be used: {self.outcome}'}")
        if self.outcome == OUR_FAULT:
            lines.append("      This is our own fault, not yours.")
        message = UNPRINTABLE.sub("?", self.message)
        return lines + [f"      {line}" for line in message.split("\n")]

    def summary(self) -> str:
        if self.outcome == SOLVED:
            return f"Solved: all {len(self.checks)} checks pass."
        if not self.checks:
            return "No check was reached."
        return f"{self.passed} of {len(self.checks)} checks pass."
