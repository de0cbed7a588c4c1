# caught by: `from package import module` imports the module, if there is one
# connect is a function: what is imported is the module that defines it.


def is_module(module, root):
    return True
