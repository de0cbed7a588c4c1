"""Three patterns of the Gang of Four as functions, and a decorator, in one program to paste."""

import functools

PRICES = {"LAMP": 4999, "PEN": 120}


def lines(cart):  # Iterator: a generator
    for sku in cart:
        yield f"{sku} {PRICES[sku]}"


def percent_off(percent):  # Strategy with a parameter: a closure
    return lambda cart: sum(PRICES[sku] for sku in cart) * (100 - percent) // 100


def announced(action):  # Python's decorator: a function around a function
    @functools.wraps(action)
    def announcing(*arguments):
        print(action.__name__, *arguments)
        return action(*arguments)

    return announcing


cart = ["LAMP"]
add = announced(cart.append)
add("PEN")
undo = [cart.pop]  # Command: a function in a list
print(*lines(cart), "total", percent_off(10)(cart))
undo.pop()()
print(*lines(cart), "total", percent_off(10)(cart))
