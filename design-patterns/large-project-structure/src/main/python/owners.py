"""Who reviews a change: the last line of CODEOWNERS that fits the file."""

from pathlib import Path

import monorepo


def lines(root):
    text = (root / "CODEOWNERS").read_text(encoding="utf-8")
    return [line.split() for line in text.splitlines() if line and not line.startswith("#")]


def owner(file):
    fitting = [team for place, team in lines(monorepo.ORIGINAL) if fits(file, place)]
    return fitting[-1]


def fits(file, place):
    return place == "*" or f"/{file}".startswith(f"{place}/")


def without_a_line():
    """The distributions that nobody has named: the owner of everything gets their changes."""
    named = {Path(place).name for place, _ in lines(monorepo.ORIGINAL)}
    folders = monorepo.ORIGINAL.joinpath("packages").iterdir()
    return sorted(folder.name for folder in folders if folder.name not in named)


if __name__ == "__main__":
    print("billing:", owner("packages/acme-billing/pyproject.toml"), "lock:", owner("uv.lock"))
    print("without an owner of their own:", without_a_line())
