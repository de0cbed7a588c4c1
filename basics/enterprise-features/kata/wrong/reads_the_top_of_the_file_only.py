# caught by: an import counts wherever it stands: in a function, a class, a try, a match
# An import in a function runs as well, and hides better.

everywhere = imports


def imports(node, package, root):
    for statement in node.body if isinstance(node, ast.Module) else []:
        if isinstance(statement, (ast.Import, ast.ImportFrom)):
            yield from everywhere(statement, package, root)
