def pair():
    return divide(4, 2), "twin"
