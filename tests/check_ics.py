"""Reads a calendar file with somebody else's library and prints as JSON what it understood.

Used by tests/suite/ical.rs, which knows what ought to be in the file. What the form of every file must be
(RFC 5545 §3.1: CRLF, at most 75 octets a line, no character cut in two) is checked here and ends the program.

Needs: python3-icalendar (with pytz and dateutil, on which it depends).
"""

import datetime
import json
import sys
import zoneinfo

import icalendar
from dateutil import rrule


def form(data):
    """Ends the program when the lines are not as they must be."""
    if not data.endswith(b"\r\n"):
        sys.exit("the last line does not end in CRLF")
    for number, line in enumerate(data[:-2].split(b"\r\n"), 1):
        if b"\r" in line or b"\n" in line:
            sys.exit(f"line {number} has a line end inside")
        if len(line) > 75:
            sys.exit(f"line {number} has {len(line)} octets")
        line.decode("utf-8")


def moment(value):
    """A date as 2026-10-14, a time in universal time as 2026-10-14T07:30:00Z, a local one without Z."""
    if isinstance(value, datetime.datetime):
        if value.tzinfo is None:
            return value.strftime("%Y-%m-%dT%H:%M:%S")
        return value.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return value.isoformat()


def zone_error(component):
    """Says where a described zone differs from the one of that name in the system's database."""
    described = component.to_tz()
    real = zoneinfo.ZoneInfo(str(component["TZID"]))
    for day in range(0, 800):
        utc = datetime.datetime(2026, 1, 1, 12, tzinfo=datetime.timezone.utc) + datetime.timedelta(days=day)
        ours = utc.astimezone(described).utcoffset()
        theirs = utc.astimezone(real).utcoffset()
        if ours != theirs:
            return f"{utc}: {ours} instead of {theirs}"
    return None


def entry(component):
    result = {"kind": component.name}
    for name in ("UID", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "CLASS", "SEQUENCE", "TRANSP", "URL"):
        if name in component:
            result[name.lower()] = str(component[name])
    for name in ("DTSTART", "DTEND", "DUE", "COMPLETED", "DTSTAMP", "CREATED", "LAST-MODIFIED"):
        if name in component:
            result[name.lower()] = moment(component[name].dt)
    if "CATEGORIES" in component:
        result["categories"] = component["CATEGORIES"].to_ical().decode("utf-8")
    if "RRULE" in component:
        rule = component["RRULE"].to_ical().decode("utf-8")
        result["rrule"] = rule
        start = component["DTSTART"].dt
        if not isinstance(start, datetime.datetime):
            start = datetime.datetime.combine(start, datetime.time())
        # Zones are checked for themselves; the rule counts in local time.
        times = rrule.rrulestr(rule, dtstart=start.replace(tzinfo=None), ignoretz=True)
        result["next"] = [time.strftime("%Y-%m-%d") for time in times[:4]]
    result["alarms"] = [
        {"action": str(alarm["ACTION"]), "trigger": str(alarm["TRIGGER"].dt), "description": str(alarm["DESCRIPTION"])}
        for alarm in component.subcomponents
        if alarm.name == "VALARM"
    ]
    result["errors"] = [str(error) for error in component.errors]
    return result


def main():
    with open(sys.argv[1], "rb") as file:
        data = file.read()
    form(data)
    calendar = icalendar.Calendar.from_ical(data)
    zones = [component for component in calendar.subcomponents if component.name == "VTIMEZONE"]
    entries = [component for component in calendar.subcomponents if component.name in ("VEVENT", "VTODO")]
    json.dump(
        {
            "version": str(calendar["VERSION"]),
            "prodid": str(calendar["PRODID"]),
            "properties": sorted(calendar.keys()),
            "zones": {str(zone["TZID"]): zone_error(zone) for zone in zones},
            "entries": [entry(component) for component in entries],
            "errors": [str(error) for error in calendar.errors],
        },
        sys.stdout,
    )


main()
