# caught by: the examples of the task hold
# The sender mends one fault, sends again, and learns of the next.


class Faults(list):
    def append(self, path):
        raise ValueError([path])


def parse(kind, data):
    return read(kind, data, "", Faults())
