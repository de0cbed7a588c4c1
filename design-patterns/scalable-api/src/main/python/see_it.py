"""A retry with the same key: the unique key and one transaction make it one order."""

import sqlite3

desk = sqlite3.connect(":memory:")
desk.execute("CREATE TABLE answers (key TEXT PRIMARY KEY, answer TEXT)")
desk.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, book TEXT)")


def order(key, book):
    try:
        with desk:  # one transaction: all of it, or nothing
            desk.execute("INSERT INTO answers VALUES (?, '')", [key])
            number = desk.execute("INSERT INTO orders (book) VALUES (?)", [book]).lastrowid
            answer = f"order {number}: {book}"
            desk.execute("UPDATE answers SET answer = ? WHERE key = ?", [answer, key])
    except sqlite3.IntegrityError:
        pass  # this key has an answer already
    return desk.execute("SELECT answer FROM answers WHERE key = ?", [key]).fetchone()[0]


print(order("key-1", "Emma"))
print(order("key-1", "Emma"), "(again)")
print(desk.execute("SELECT COUNT(*) FROM orders").fetchone()[0], "order")
