"""Reads a contact sheet as a stranger would: Python's own readers for HTML and base64.

Reads a JSON list of paths, prints for each what was understood.
"""

import base64
import html.parser
import json
import struct
import sys


def jpeg_size(data):
    """Width and height of a JPEG, or None when it is none."""
    if data[:2] != b"\xff\xd8":
        return None
    at = 2
    while at + 9 < len(data):
        if data[at] != 0xFF:
            return None
        marker, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        if 0xC0 <= marker <= 0xC3:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return [width, height]
        at += 2 + length
    return None


class Page(html.parser.HTMLParser):
    VOID = {"meta", "br", "hr", "img", "link", "input"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.loaded, self.handlers, self.pictures = set(), [], [], []
        self.open, self.crossed = [], []
        self.sheets, self.names, self.numbers, self.titles, self.warnings = [], [], [], [], 0
        self.style = ""

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        named = dict(attributes)
        for name, value in attributes:
            if name.startswith("on"):
                self.handlers.append(name)
            if name in ("href", "action", "data", "poster", "srcset", "background"):
                self.loaded.append(value)
            if name == "src":
                head = "data:image/jpeg;base64,"
                if tag == "img" and value.startswith(head):
                    self.pictures.append(jpeg_size(base64.b64decode(value[len(head) :], validate=True)))
                else:
                    self.loaded.append(value)
        if tag == "section" and named.get("class") == "page":
            self.sheets.append(0)
        if tag == "li":
            self.sheets[-1] += 1
        if tag not in self.VOID:
            self.open.append((tag, named.get("class", "")))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop()[0] != tag:
            self.crossed.append(tag)

    def handle_data(self, data):
        if not self.open or not data.strip():
            return
        tag, kind = self.open[-1]
        if tag == "style":
            self.style += data
        elif kind == "name":
            self.names.append(data)
        elif kind == "number":
            self.numbers.append(data)
        elif kind == "warning":
            self.warnings += 1
        elif "h1" in [one for one, _ in self.open]:
            self.titles.append(data)


def page(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    reader = Page()
    reader.feed(text)
    reader.close()
    loaded = reader.loaded + [word for word in ("url(", "@import", "http:", "https:") if word in reader.style]
    return {
        "tags": sorted(reader.tags),
        "loaded": loaded,
        "handlers": reader.handlers,
        "crossed": reader.crossed,
        "left_open": [tag for tag, _ in reader.open],
        "pages": reader.sheets,
        "names": reader.names,
        "numbers": reader.numbers,
        "titles": reader.titles,
        "warnings": reader.warnings,
        "pictures": reader.pictures,
        "paper": [name for name in ("A4", "Letter") if "size: " + name + ";" in reader.style],
        "card": "repeat(2, 85mm)" in reader.style,
    }


with open(sys.argv[1], encoding="utf-8") as asked:
    print(json.dumps([page(path) for path in json.load(asked)]))
