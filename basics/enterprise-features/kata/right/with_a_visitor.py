"""A visitor that collects as it goes."""


class Imports(ast.NodeVisitor):
    def __init__(self, package, root):
        self.package, self.root = package, root
        self.found = []

    def visit_Import(self, node):
        self.found += [(alias.name, node.lineno) for alias in node.names]

    def visit_ImportFrom(self, node):
        base = absolute(node, self.package)
        names = [f"{base}.{alias.name}" for alias in node.names]
        self.found += [
            (name if is_module(name, self.root) else base, node.lineno) for name in names
        ]

    def visit_If(self, node):
        match node.test:
            case ast.Name("TYPE_CHECKING") | ast.Attribute(ast.Name("typing"), "TYPE_CHECKING"):
                for statement in node.orelse:
                    self.visit(statement)
            case _:
                self.generic_visit(node)


def imports(tree, package, root):
    visitor = Imports(package, root)
    visitor.visit(tree)
    return visitor.found
