# whole
"""Says for each distribution what it may see, and reports everything else of acme."""

import ast


def breaches(files, layers):
    modules = {}
    for file in files:
        parts = file[: -len(".py")].split("/")
        modules[file] = parts[:-1] if parts[-1] == "__init__" else parts
    known = {tuple(parts) for parts in modules.values()}
    found = []
    for file, text in files.items():
        try:
            tree = ast.parse(text)
        except SyntaxError as error:
            found.append((file, error.lineno, "syntax error"))
            continue
        own = modules[file][1]
        below = set(layers[layers.index(own) + 1 :])
        for node in ast.walk(tree):
            for target in targets(node, file, known):
                if target[:1] == ("acme",) and len(target) > 1 and not sees(target, own, below):
                    found.append((file, node.lineno, ".".join(target)))
    return sorted(set(found))


def sees(target, own, below):
    distribution, inner = target[1], target[2:]
    public = not [part for part in inner if part[0] == "_"]
    return distribution == own or (distribution in below and public)


def targets(node, file, known):
    if isinstance(node, ast.Import):
        return [tuple(alias.name.split(".")) for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    folder = file.split("/")[:-1]
    start = folder[: len(folder) + 1 - node.level] if node.level else []
    base = (*start, *(node.module.split(".") if node.module else []))
    longer = [(*base, alias.name) for alias in node.names]
    return [each if each in known else base for each in longer]
