"""Looks only at the imports at the top of a file."""


def imports(module, file):
    for node in ast.parse(file.read_bytes()).body:
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)
