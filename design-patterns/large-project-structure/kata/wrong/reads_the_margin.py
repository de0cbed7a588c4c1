# caught by: a statement counts wherever it stands
# It looks at the statements of the file itself, and at none inside of a function or an `if`.


def breaches(files, layers):
    found = set()
    for file, text in files.items():
        try:
            nodes = ast.parse(text).body
        except SyntaxError as error:
            found.add((file, error.lineno, "syntax error"))
            continue
        for node in nodes:
            for module in imported(node, file, files):
                if is_breach(file.split("/")[1], module, layers):
                    found.add((file, node.lineno, module))
    return sorted(found)
