"""A visitor for each file collects what it meets, and resolves names with importlib."""

from importlib.util import resolve_name


def breaches(files, layers):
    return sorted({each for file in files for each in Reader(file, files, layers).read()})


class Reader(ast.NodeVisitor):
    def __init__(self, file, files, layers):
        self.file, self.files, self.layers = file, files, layers
        self.package = ".".join(file.split("/")[:-1])
        self.found = []

    def read(self):
        try:
            self.visit(ast.parse(self.files[self.file]))
        except SyntaxError as error:
            self.found.append((self.file, error.lineno, "syntax error"))
        return self.found

    def visit_Import(self, node):
        for alias in node.names:
            self.note(node, alias.name)

    def visit_ImportFrom(self, node):
        origin = resolve_name("." * node.level + (node.module or ""), self.package)
        for alias in node.names:
            module = f"{origin}.{alias.name}"
            self.note(node, module if has(self.files, module) else origin)

    def note(self, node, module):
        if is_breach(self.file.split("/")[1], module, self.layers):
            self.found.append((self.file, node.lineno, module))
