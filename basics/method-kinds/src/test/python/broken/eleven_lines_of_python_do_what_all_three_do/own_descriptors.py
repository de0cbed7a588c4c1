"""A class method that is bound to the class it is written in, whoever looks it up."""


class ClassMethod(Method):
    def __set_name__(self, owner, name):
        self.owner = owner

    def __get__(self, instance, owner=None):
        return MethodType(self.function, self.owner)
