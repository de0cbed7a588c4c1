# caught by: the example of the task holds
# A connection may be false, as an empty queue is: then it is opened again at each get.


class Connections(Connections):
    def get(self, name):
        if not self.open.get(name):
            self.open.pop(name, None)
        return super().get(name)
