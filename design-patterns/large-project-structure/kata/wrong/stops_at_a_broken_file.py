# caught by: a file that Python cannot parse is reported, and the others are read
# It reports the first file that cannot be parsed, and reads no further.


def breaches(files, layers):
    found = set()
    for file, text in files.items():
        try:
            nodes = list(ast.walk(ast.parse(text)))
        except SyntaxError as error:
            found.add((file, error.lineno, "syntax error"))
            break
        for node in nodes:
            for module in imported(node, file, files):
                if is_breach(file.split("/")[1], module, layers):
                    found.add((file, node.lineno, module))
    return sorted(found)
