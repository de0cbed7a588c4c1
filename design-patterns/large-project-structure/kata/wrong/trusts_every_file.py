# caught by: a file that Python cannot parse is reported, and the others are read
# One file of an old Python, and the whole report is lost.


def breaches(files, layers):
    found = set()
    for file, text in files.items():
        for node in ast.walk(ast.parse(text)):
            for module in imported(node, file, files):
                if is_breach(file.split("/")[1], module, layers):
                    found.add((file, node.lineno, module))
    return sorted(found)
