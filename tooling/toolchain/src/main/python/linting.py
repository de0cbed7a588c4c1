"""What ruff reports of fifteen defects: by its defaults, by a chosen set of rules, by all rules."""

import house
import rules
import shelf


def reported(file, chosen):
    """Of a file of the desk: the rules by which each function is reported."""
    text = (rules.DESK / file).read_text(encoding="utf-8")
    found = {name: [] for name in rules.functions(text)}
    with shelf.new() as root:
        (root / "desk.py").write_text(text, encoding="utf-8")
        for each in rules.ruff(root, f"{rules.SETS[chosen]} desk.py"):
            for name, lines in rules.functions(text).items():
                if each["location"]["row"] in lines:
                    found[name].append(each["code"])
    return found


def counted(file, chosen):
    """[functions, how many of them are reported, findings]."""
    found = reported(file, chosen)
    return [len(found), sum(map(bool, found.values())), sum(map(len, found.values()))]


def of_the_house(chosen):
    """The lines and rules that ruff reports of what breaks the rules of the house."""
    with shelf.new() as root:
        (root / "desk.py").write_text(house.PLANTED, encoding="utf-8")
        found = rules.ruff(root, f"{rules.SETS[chosen]} desk.py")
        return [[each["location"]["row"], each["code"]] for each in found]


if __name__ == "__main__":
    for chosen in rules.SETS:
        print(f"{chosen}: [functions, reported, findings]", counted("defects.py", chosen), end=" ")
        print("and of the tidy twin", counted("tidy.py", chosen))
    print("house rules:", house.of_planted())
