"""Orders in a class of Java, which reaches a database by JDBC; for GraalPy on a JVM."""

import java

from desk import domain

JdbcOrders = java.type("pykata.designpatterns.patternsinpython.JdbcOrders")


def in_memory():
    """The object as Java makes it: nothing is wrapped around it."""
    return JdbcOrders.inMemory(domain)
