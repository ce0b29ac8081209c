"""Reads a vCard with somebody else's library and prints as JSON what it understood: for each card its lines as name and value.

Used by tests/suite/share.rs, which knows what ought to be in the file. Lines must end in CRLF (RFC 2426 §4).

Needs: python3-vobject.
"""

import json
import sys

import vobject

with open(sys.argv[1], "rb") as file:
    data = file.read()
for number, line in enumerate(data[:-2].split(b"\r\n"), 1):
    if b"\r" in line or b"\n" in line:
        sys.exit(f"line {number} has a line end inside")
    line.decode("utf-8")


def text(value):
    """A value as one text; the parts of a name or address are joined."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return ";".join(text(part) for part in value)
    return str(value)


cards = []
for card in vobject.readComponents(data.decode("utf-8")):
    card.validate(raiseException=True)
    cards.append([[line.name, text(line.value)] for line in card.getChildren()])
json.dump(cards, sys.stdout)
