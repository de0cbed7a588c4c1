# caught by: a file is read in UTF-8, or in the encoding that it declares
# A file may begin `# coding: latin-1`. ast.parse obeys that in bytes; in a text it is too late.


def violations(root, rules):
    found = set()
    for file in root.rglob("*.py"):
        module = name(file.relative_to(root))
        forbidden = {other for layer in rules if within(module, layer) for other in rules[layer]}
        try:
            tree = ast.parse(file.read_text(encoding="utf-8"))
        except SyntaxError as error:
            found.add((module, "syntax error", error.lineno or 1))
            continue
        package = module if file.name == "__init__.py" else module.rpartition(".")[0]
        for imported, line in imports(tree, package, root):
            if any(within(imported, other) for other in forbidden):
                found.add((module, imported, line))
    return sorted(found)
