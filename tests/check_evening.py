"""Reads what leaves about events as a stranger would: Python's own readers for CSV, JSON and HTML.

Reads a JSON list of {"csv": path}, {"json": path} or {"html": path}, prints for each what was understood.
"""

import csv
import html.parser
import json
import sys


def table(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        reader = csv.DictReader(file, strict=True)
        rows = list(reader)
    return {"columns": reader.fieldnames, "rows": rows, "ragged": any(None in row or None in row.values() for row in rows)}


class Page(html.parser.HTMLParser):
    VOID = {"meta", "br", "hr", "img", "link", "input"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.loaded, self.handlers, self.words = [], [], [], []
        self.open, self.crossed, self.headings, self.items = [], [], [], []

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        for name, value in attributes:
            if name.startswith("on"):
                self.handlers.append(name)
            if name in ("src", "href", "action", "data", "poster", "srcset", "background"):
                self.loaded.append(value)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.crossed.append(tag)

    def handle_data(self, data):
        if not data.strip():
            return
        if self.open and self.open[-1] == "style":
            if "url(" in data or "@import" in data or "<" in data:
                self.loaded.append(data)
            return
        self.words.append(data.strip())
        if "h3" in self.open:
            self.headings.append(data.strip())
        if "dd" in self.open:
            self.items.append(data.strip())


def page(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    reader = Page()
    reader.feed(text)
    reader.close()
    return {
        "tags": sorted(set(reader.tags)),
        "loaded": reader.loaded,
        "handlers": reader.handlers,
        "crossed": reader.crossed,
        "left_open": reader.open,
        "names": reader.headings,
        "items": reader.items,
        "words": reader.words,
        "doctype": text.lower().startswith("<!doctype html>"),
        "print": "@page" in text and "size: A4" in text,
    }


def value(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


with open(sys.argv[1], encoding="utf-8") as asked:
    files = json.load(asked)
readers = {"csv": table, "json": value, "html": page}
json.dump([readers[kind](path) for one in files for kind, path in one.items()], sys.stdout)
