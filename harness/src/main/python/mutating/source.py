"""A Python file as text that can be edited where its syntax tree says."""

from __future__ import annotations

import ast
import io
import tokenize
from itertools import accumulate
from typing import NamedTuple

from mutating.scope import only_values


class Edit(NamedTuple):
    """Bytes of the text and what takes their place."""

    start: int
    end: int
    text: str


class Token(NamedTuple):
    text: str
    start: int
    end: int


class Source:
    def __init__(self, content: bytes) -> None:
        self.text = content.decode().replace("\r\n", "\n")
        self.content = self.text.encode()
        self.tree = ast.parse(self.text)
        self.only_values = set(only_values(self.tree))
        self.lines = [0, *accumulate(len(line) + 1 for line in self.content.split(b"\n"))]
        self.tokens = list(self.tokenized())

    def tokenized(self):
        """The tokens that mean something."""
        lines = self.text.split("\n")
        for token in tokenize.generate_tokens(io.StringIO(self.text).readline):
            if token.type in (tokenize.OP, tokenize.NAME):
                (row, column), width = token.start, len(token.string.encode())
                start = self.lines[row - 1] + len(lines[row - 1][:column].encode())
                yield Token(token.string, start, start + width)

    def start(self, node) -> int:
        return self.lines[node.lineno - 1] + node.col_offset

    def end(self, node) -> int:
        return self.lines[node.end_lineno - 1] + node.end_col_offset

    def between(self, start: int, end: int) -> list[Token]:
        """The tokens there, without parentheses."""
        return [
            token
            for token in self.tokens
            if start <= token.start and token.end <= end and token.text not in "()"
        ]

    def last_before(self, start: int, text: str) -> Token:
        return [token for token in self.tokens if token.end <= start and token.text == text][-1]

    def of(self, start: int, end: int) -> str:
        return self.content[start:end].decode()

    def edited(self, edit: Edit) -> str:
        """The text after an edit. Lines that the edit takes away stay, empty, before its end."""
        lost = self.of(edit.start, edit.end).count("\n") - edit.text.count("\n")
        before, after = self.content[: edit.start], self.content[edit.end :]
        return (before + edit.text.encode() + b"\n" * lost + after).decode()
