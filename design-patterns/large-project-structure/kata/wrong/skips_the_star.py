# caught by: a module that is imported from its package counts as that module
# It takes the star for no name, so it sees no import.

imported_by_name = imported


def imported(node, file, files):
    if isinstance(node, ast.ImportFrom) and node.names[0].name == "*":
        return iter(())
    return imported_by_name(node, file, files)
