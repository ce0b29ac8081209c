"""Reads letters as a stranger would: Python's own parsers for mail and for addresses that open a mail program.

Reads a JSON list of {"mailto": …} or {"eml": path}, prints for each what was understood.
"""

import email
import email.policy
import json
import sys
import urllib.parse


def mailto(link):
    parts = urllib.parse.urlsplit(link)
    query = urllib.parse.parse_qs(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))
    return {
        "scheme": parts.scheme,
        "to": urllib.parse.unquote(parts.path),
        "fields": {name: values for name, values in query.items()},
    }


def eml(path):
    with open(path, "rb") as file:
        message = email.message_from_binary_file(file, policy=email.policy.default)
    people = [name for header in ("to", "cc", "bcc") for name in message.get_all(header, [])]
    addresses = [address.addr_spec for header in people for address in header.addresses]
    return {
        "defects": [repr(defect) for defect in message.defects],
        "headers": sorted({name.lower() for name in message.keys()}),
        "recipients": addresses,
        "names": [address.display_name for header in people for address in header.addresses],
        "subject": message["subject"],
        "unsent": message["x-unsent"],
        "body": message.get_body().get_content(),
    }


with open(sys.argv[1], encoding="utf-8") as asked:
    letters = json.load(asked)
json.dump([mailto(one["mailto"]) if "mailto" in one else eml(one["eml"]) for one in letters], sys.stdout)
