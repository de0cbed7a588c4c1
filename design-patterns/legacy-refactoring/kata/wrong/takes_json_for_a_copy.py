# caught by: the copy is deep, whatever the argument is made of
# A copy by way of JSON: objects raise, tuples become lists, keys become texts.
import json


def deepcopy(argument):
    return json.loads(json.dumps(argument))
