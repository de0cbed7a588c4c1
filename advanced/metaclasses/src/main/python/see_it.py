"""What a class statement calls, and what calling the class calls: a program to paste."""


class Announcing(type):
    @classmethod
    def __prepare__(mcs, name, bases):  # mcs: the metaclass
        print(f"class {name}: __prepare__ makes its namespace")
        return {}

    def __new__(mcs, name, bases, namespace):
        print(f"class {name}: __new__ makes the class")
        return super().__new__(mcs, name, bases, namespace)

    def __call__(cls, *arguments):
        print(f"{cls.__name__}(): __call__ makes an object")
        return super().__call__(*arguments)


class Channel(metaclass=Announcing):
    print("class Channel: the body runs")


class Email(Channel):  # inherits the metaclass
    print("class Email: the body runs")


print("type(Email()), type(Email):", type(Email()).__name__, type(Email).__name__)
