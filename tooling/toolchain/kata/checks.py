"""What a correct answer does."""

from __future__ import annotations

import os
import sys

sys.path[0] = os.path.join(os.path.dirname(__file__), "../../../harness/src/main/python")
import itertools
import random
from types import ModuleType

from checking import check, expect, main

SHOP = {
    "money": {"1.9": [], "1.10": [], "2.0": []},
    "orders": {"1.0": ["money<2"]},
    "tax": {"1.0": ["money"], "2.0": ["money>=2"]},
}


def expect_choice(kata: ModuleType, graph: dict, roots: list[str], gives: dict | None) -> None:
    """There is one choice only, or none."""
    copied = {name: {at: [*needs] for at, needs in graph[name].items()} for name in graph}
    expect(f"resolve({graph}, {roots})", lambda: kata.resolve(copied, [*roots]), gives=gives)


@check("the examples of the task hold")
def examples(kata: ModuleType) -> None:
    expect_choice(kata, SHOP, ["orders"], {"orders": "1.0", "money": "1.10"})
    expect_choice(kata, SHOP, ["orders", "tax"], {"orders": "1.0", "tax": "1.0", "money": "1.10"})
    expect_choice(kata, SHOP, ["orders", "tax>=2"], None)


@check("limits hold, each of them")
def limits(kata: ModuleType) -> None:
    graph = {"money": {"1.0": [], "1.5": [], "2.0": [], "3.0": []}}
    expect_choice(kata, graph, ["money"], {"money": "3.0"})
    expect_choice(kata, graph, ["money<3.0"], {"money": "2.0"})
    expect_choice(kata, graph, ["money>=1.2,<2.0"], {"money": "1.5"})
    expect_choice(kata, graph, ["money<2.0,>=1.2"], {"money": "1.5"})
    expect_choice(kata, graph, ["money==1.5"], {"money": "1.5"})
    expect_choice(kata, graph, ["money>=3.0"], {"money": "3.0"})
    expect_choice(kata, graph, ["money>=3.1"], None)
    expect_choice(kata, graph, ["money==1.4"], None)
    expect_choice(kata, graph, [], {})
    graph = {"money": {"1.0": [], "1.5": [], "1.7": [], "2.0": [], "3.0": [], "4.0": []}}
    expect_choice(kata, graph, ["money>=1.0,<4.0,<3.0,<2.0"], {"money": "1.7"})
    expect_choice(kata, graph, ["money<4.0,>=1.0,>=1.5,==2.0"], {"money": "2.0"})


@check("names hold digits and hyphens")
def names(kata: ModuleType) -> None:
    graph = {"h11": {"0.16": []}, "py-spy": {"0.4": ["h11>=0.16"], "0.5": ["h11>=1"]}, "h": {}}
    expect_choice(kata, graph, ["py-spy"], {"py-spy": "0.4", "h11": "0.16"})
    expect_choice(kata, graph, ["py-spy>=0.5"], None)
    expect_choice(kata, graph, ["h"], None)


@check("versions are compared by their numbers")
def numbers(kata: ModuleType) -> None:
    graph = {"money": {"1.9": [], "1.10": [], "1.2.3": []}}
    expect_choice(kata, graph, ["money"], {"money": "1.10"})
    expect_choice(kata, graph, ["money<1.10"], {"money": "1.9"})
    expect_choice(kata, graph, ["money<1.3"], {"money": "1.2.3"})
    expect_choice(kata, {"money": {"9": [], "10": []}}, ["money>=9"], {"money": "10"})
    expect_choice(kata, {"money": {"2.0": []}}, ["money<2"], None)
    expect_choice(kata, {"money": {"2": []}}, ["money>=2.0"], {"money": "2"})
    expect_choice(kata, {"money": {"2.0.0": []}}, ["money==2"], {"money": "2.0.0"})
    expect_choice(kata, {"money": {"0": [], "0.0.1": []}}, ["money<0.0.1"], {"money": "0"})
    expect_choice(kata, {"money": {"10": [], "20.10": []}}, ["money==20.10"], {"money": "20.10"})
    expect_choice(kata, {"money": {"1.0.0.0": []}}, ["money==1"], {"money": "1.0.0.0"})
    expect_choice(
        kata, {"money": {"1.2.3.4": [], "1.2.3.10": []}}, ["money"], {"money": "1.2.3.10"}
    )
    dates = {"money": {"2026.2": [], "2026.1130": [], "2025.99999": []}}
    expect_choice(kata, dates, ["money"], {"money": "2026.1130"})
    expect_choice(kata, dates, ["money<2026"], {"money": "2025.99999"})


@check("a pre-release is never chosen")
def released(kata: ModuleType) -> None:
    graph = {"money": {"1.0": [], "2.0rc1": [], "3.0a2": []}, "tax": {"1.0b1": []}}
    expect_choice(kata, graph, ["money"], {"money": "1.0"})
    expect_choice(kata, graph, ["money>=1.5"], None)
    expect_choice(kata, graph, ["tax"], None)
    for version in ("2.0.dev1", "1.0.post1", "2.0alpha", "3.0RC1"):
        expect_choice(kata, {"money": {"1.0": [], version: []}}, ["money"], {"money": "1.0"})


@check("what is needed is chosen too, however far away")
def transitive(kata: ModuleType) -> None:
    graph = {
        "web": {"1.0": ["orders"]},
        "orders": {"1.0": ["money<2"]},
        "money": {"1.0": ["texts>=1.0"], "2.0": []},
        "texts": {"0.9": [], "1.0": [], "1.1": []},
    }
    whole = {"web": "1.0", "orders": "1.0", "money": "1.0", "texts": "1.1"}
    expect_choice(kata, graph, ["web"], whole)
    expect_choice(kata, graph, ["web", "texts<1.1"], whole | {"texts": "1.0"})
    expect_choice(kata, graph, ["web", "texts<1.0"], None)
    expect_choice(kata, graph, ["money>=2", "texts"], {"money": "2.0", "texts": "1.1"})
    expect_choice(kata, {"web": {"1.0": ["gone"]}}, ["web"], None)
    expect_choice(kata, {}, ["web"], None)


@check("packages may need each other")
def circles(kata: ModuleType) -> None:
    graph = {
        "orders": {"1.0": ["billing"], "2.0": ["billing>=2"]},
        "billing": {"1.0": ["orders"], "2.0": ["orders<2"]},
    }
    expect_choice(kata, graph, ["orders>=2"], None)
    expect_choice(kata, graph, ["billing>=2"], {"billing": "2.0", "orders": "1.0"})
    expect_choice(kata, {"a": {"1.0": ["a"]}}, ["a"], {"a": "1.0"})
    expect_choice(kata, {"a": {"1.0": [], "2.0": ["a<2"]}}, ["a"], {"a": "1.0"})


@check("an older version is tried when the newest leads nowhere")
def stepping_back(kata: ModuleType) -> None:
    graph = {
        "orders": {"1.0": ["money<2"], "2.0": ["money>=2"]},
        "tax": {"1.0": ["money<2"]},
        "money": {"1.0": [], "2.0": []},
    }
    expect_choice(kata, graph, ["money", "money<2"], {"money": "1.0"})
    first = {"orders": "1.0", "tax": "1.0", "money": "1.0"}
    expect_choice(kata, graph, ["orders", "tax"], first)
    expect_choice(kata, graph, ["tax", "orders"], first)
    graph = {
        "web": {"1": ["a", "b"]},
        "a": {"1": ["d<2"], "2": ["d<3"], "3": ["d<4"]},
        "b": {"1": ["c"]},
        "c": {"1": ["d<2"], "2": ["d>=9"]},
        "d": {"1": [], "2": [], "3": []},
    }
    expect_choice(kata, graph, ["web"], {"web": "1", "a": "3", "b": "1", "c": "1", "d": "1"})
    expect_choice(
        kata,
        {"a": {"1": [], "2": ["gone"]}, "b": {"1": ["a"], "2": ["gone"]}},
        ["b"],
        {"b": "1", "a": "1"},
    )
    versions = ["1", "2", "3", "4", "5"]
    graph = {name: {version: [] for version in versions} for name in "abcd"}
    graph["last"] = {"1": ["a<2", "b<2", "c<2", "d<2"]}
    oldest = dict.fromkeys("abcd", "1") | {"last": "1"}
    expect_choice(kata, graph, ["a", "b", "c", "d", "last"], oldest)


@check("nothing is chosen that nobody needs")
def needed(kata: ModuleType) -> None:
    graph = {
        "orders": {"1.0": [], "2.0": ["mail", "money>=2"]},
        "mail": {"1.0": []},
        "money": {"1.0": []},
        "other": {"1.0": []},
    }
    expect_choice(kata, graph, ["orders"], {"orders": "1.0"})


@check("the graph and the roots stay as they are")
def untouched(kata: ModuleType) -> None:
    graph = {"web": {"1.0": ["money<2", "texts"]}, "money": {"1.0": [], "2.0a1": []}, "texts": {}}
    graph["texts"] = {"1.0": ["money"], "0.9": []}
    roots = ["web", "texts>=1.0", "money"]
    before = repr((graph, roots))
    kata.resolve(graph, roots)
    expect(
        "repr((graph, roots)) after resolve(graph, roots)",
        lambda: repr((graph, roots)),
        gives=before,
    )


@check("of generated graphs, a choice is found if there is one, and none of it could be newer")
def generated(kata: ModuleType) -> None:
    for seed in range(40):
        dice = random.Random(seed)
        graph = random_graph(dice)
        roots = [requirement(dice, [*graph]) for _ in range(2)]
        choices = every_choice(graph, roots)
        expect(
            f"resolve({graph}, {roots})",
            lambda graph=graph, roots=roots: kata.resolve(graph, roots),
            gives=max(choices, key=newer, default=None),
            equal=lambda found, _, choices=choices: is_right(found, choices),
        )


def random_graph(dice: random.Random) -> dict:
    names = ["a", "b", "c", "d"]
    return {
        name: {
            version: [requirement(dice, names) for _ in range(dice.choice([0, 0, 1, 2]))]
            for version in dice.sample(["1.9", "1.10", "2.0", "3"], dice.randint(1, 3))
        }
        for name in names
    }


def requirement(dice: random.Random, names: list[str]) -> str:
    return dice.choice(names) + dice.choice(["", "", ">=1.10", "<2", ">=2", "==1.9", ">=1.9,<3"])


def every_choice(graph: dict, roots: list[str]) -> list[dict]:
    """All that fit: each package left out, or in each of its versions."""
    found = []
    for versions in itertools.product(*([None, *graph[name]] for name in graph)):
        chosen = {name: at for name, at in zip(graph, versions, strict=True) if at}
        if chosen.keys() == reached(graph, roots, chosen) and hold(graph, roots, chosen):
            found.append(chosen)
    return found


def all_needs(graph: dict, roots: list[str], chosen: dict) -> list[str]:
    return [*roots, *(need for name in chosen for need in graph[name][chosen[name]])]


def reached(graph: dict, roots: list[str], chosen: dict) -> set[str]:
    found, waiting = set(), [*roots]
    while waiting:
        name = named(waiting.pop())[0]
        if name not in found:
            found.add(name)
            waiting += graph[name][chosen[name]] if name in chosen else []
    return found


def named(text: str) -> tuple[str, str]:
    name = text.replace("=", "<").replace(">", "<").split("<")[0]
    return name, text[len(name) :]


def hold(graph: dict, roots: list[str], chosen: dict) -> bool:
    for need in all_needs(graph, roots, chosen):
        name, limits = named(need)
        at = place(chosen[name])
        for limit in filter(None, limits.split(",")):
            if limit[0] == "<" and not at < place(limit[1:]):
                return False
            if limit[0] == ">" and not at >= place(limit[2:]):
                return False
            if limit[0] == "=" and at != place(limit[2:]):
                return False
    return True


def place(version: str) -> tuple[int, ...]:
    numbers = [*map(int, version.split("."))]
    return (*numbers, *[0] * (3 - len(numbers)))


def newer(chosen: dict) -> list:
    return sorted((name, place(at)) for name, at in chosen.items())


def is_right(found: object, choices: list[dict]) -> bool:
    if not choices or found not in choices:
        return found is None and not choices
    return not any(
        found.keys() == other.keys()
        and sum(found[name] != other[name] for name in found) == 1
        and all(place(other[name]) >= place(found[name]) for name in found)
        for other in choices
    )


if __name__ == "__main__":
    main()
