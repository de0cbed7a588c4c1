"""A class method that is bound to the class it is written in, whoever looks it up."""


def remember(self, owner, name):
    self.owner = owner


def bind(self, instance, owner=None):
    return MethodType(self.function, self.owner)


ClassMethod.__set_name__ = remember
ClassMethod.__get__ = bind
