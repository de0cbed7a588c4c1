# caught by: a statement counts wherever it stands
# Its own walk goes into each `body`, and into no `else`, `except`, `finally` or `case`.


class BodiesOnly:
    def __getattr__(self, name):
        return getattr(parser, name)

    def walk(self, node):
        yield node
        for inner in getattr(node, "body", ()) if not isinstance(node, parser.Lambda) else ():
            yield from self.walk(inner)


parser, ast = ast, BodiesOnly()
