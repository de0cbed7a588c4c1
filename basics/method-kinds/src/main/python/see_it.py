"""What each kind of method receives, looked up on one object: a program to paste."""


class Price:
    def __init__(self, cents):
        self.cents = cents

    def __repr__(self):
        return f"{type(self).__name__}({self.cents})"

    def plus(self, cents):
        return type(self)(self.cents + cents)

    @classmethod
    def parse(cls, text):
        return cls(int(text))

    @staticmethod
    def is_valid(text):
        return text.isdecimal()


class Discount(Price): ...


discount = Discount.parse("250")
print("Discount.parse, written in Price, makes", discount)
for method in (discount.plus, discount.parse, discount.is_valid):
    print(method.__name__, "receives", getattr(method, "__self__", "nothing"))
print("plus, looked up on the class, is a", type(Discount.plus).__name__)
print("discount.plus is discount.plus:", discount.plus is discount.plus)
