"""Takes one requirement after the other, the newest version first, and steps back when stuck."""

from __future__ import annotations

import re


def resolve(graph: dict[str, dict[str, list[str]]], roots: list[str]) -> dict[str, str] | None:
    return completed(graph, {}, list(roots))


def completed(graph, chosen: dict[str, str], wanted: list[str]) -> dict[str, str] | None:
    """The choice with all that is wanted; None if the versions chosen so far rule that out."""
    if not wanted:
        return chosen
    name, limits = parsed(wanted[0])
    if name in chosen:
        return completed(graph, chosen, wanted[1:]) if fits(chosen[name], limits) else None
    for version in newest_first(graph.get(name, {})):
        if fits(version, limits):
            needs = graph[name][version]
            found = completed(graph, chosen | {name: version}, wanted[1:] + needs)
            if found is not None:
                return found
    return None


def parsed(requirement: str) -> tuple[str, list[tuple[str, str]]]:
    name = re.match(r"[^<>=]+", requirement).group()
    return name, re.findall(r"(>=|<|==)([0-9.]+)", requirement)


def newest_first(versions) -> list[str]:
    released = [version for version in versions if re.fullmatch("[0-9.]+", version)]
    return sorted(released, key=key, reverse=True)


def key(version: str) -> list[int]:
    numbers = [int(number) for number in version.split(".")]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return numbers


def fits(version: str, limits: list[tuple[str, str]]) -> bool:
    return all(holds(key(version), sign, key(limit)) for sign, limit in limits)


def holds(version: list[int], sign: str, limit: list[int]) -> bool:
    if sign == "<":
        return version < limit
    return version >= limit if sign == ">=" else version == limit
