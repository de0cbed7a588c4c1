# caught by: limits hold, each of them
# Of `<2.0,>=1.2` it keeps the last one only.


def parsed(requirement):
    name = re.match(r"[^<>=]+", requirement).group()
    return name, re.findall(r"(>=|<|==)([0-9.]+)", requirement)[-1:]
