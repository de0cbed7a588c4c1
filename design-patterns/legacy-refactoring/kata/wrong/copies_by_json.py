# caught by: the copy is deep, whatever the argument is made of
# A dict of numbers gets through; a tuple becomes a list, and an object an error.
import json


def deepcopy(argument):
    return json.loads(json.dumps(argument))
