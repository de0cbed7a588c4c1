# The wheels are tested in the environment that is there anyway.


def installed(root, *names):
    return workspace(root)
