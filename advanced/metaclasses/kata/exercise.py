"""Channel: a base class that registers and checks its subclasses, and gets along with all others.

A shop notifies its customers by e-mail, by text message, and by whatever other teams add. Each
way is a class that derives from Channel. Write Channel so that a mistake shows when the class is
defined, and not when the first message is sent.

    class Email(Channel, key="email"):
        A class whose line has a key is a channel. The key is a str; "" is one like any other.

        Its method send must be callable with one argument, as in Email().send("hello"). It is
        in the class's body, or inherited from whichever base class, and may have more
        parameters, if those are optional. If the class has no send, or send is None, or it
        cannot be called like this: TypeError, and the message contains the name of the class.
        You need not think of other kinds of send: it is a plain function,
        or None, or missing.

        If another channel has the key: ValueError, and the message contains the key.

    class Queued(Channel):
        A class whose line has no key is no channel. It is for others to derive from, and is
        neither checked nor registered, whatever it inherits.

    Channel.of("email")
        The class with this key; KeyError, if there is none. Channel keeps its channels: one that
        nobody else refers to is still found.

A class that is refused is not registered, and its key stays free. It may be refused by Channel,
or by a base class that comes after Channel in the class's MRO. Whatever that raises comes through.

A channel, or what it derives from, may have attributes of any name that does not begin with an
underscore, even `of`: all of the above still holds. If a class has two faults, it may raise
either error. No class is made anew by a decorator, as dataclass(slots=True) does it.

For example:

    >>> class Email(Channel, key="email"):
    ...     def send(self, message): ...
    >>> Channel.of("email") is Email
    True
    >>> class HtmlEmail(Email, key="html"):
    ...     pass
    >>> Channel.of("html") is HtmlEmail
    True
    >>> class Sms(Channel, key="email"):
    ...     def send(self, message): ...
    Traceback (most recent call last):
    ValueError: the key 'email' belongs to Email
    >>> class Fax(Channel, key="fax"):
    ...     def send(self): ...
    Traceback (most recent call last):
    TypeError: Fax.send cannot be called with a message

Other teams combine Channel with base classes of theirs, before or after it. Some of those have
a metaclass, and some look at their subclasses too, and take keywords of their own from the
class line. This is how they do it:

    class Audited:
        def __init_subclass__(cls, level="info", **keywords):
            super().__init_subclass__(**keywords)
            cls.level = level

Check yourself with ./kata practice metaclasses,
or, without Java, with python3 checks.py exercise.py in the kata folder.
"""


class Channel:
    @classmethod
    def of(cls, key: str) -> "type[Channel]":
        raise NotImplementedError("Channel is yours to write")
