"""Stands for the file manager in tests/suite/window.rs, on a display on which nothing but Cardloom runs.

    xdnd_drop.py drop FILE...   waits for the window, drags the files onto its middle and drops them (XDND version 5)
    xdnd_drop.py close          asks the window to close, as its close button does

Needs python-xlib. Ends with an error that says how far it came.
"""

import pathlib
import select
import sys
import time

from Xlib import X, Xatom, display, error
from Xlib.protocol import event

PATIENCE = 60.0  # seconds; a debug build on software graphics is slow


class Source:
    """One client of the X server with a window that owns what is dragged."""

    def __init__(self):
        self.display = display.Display()
        self.root = self.display.screen().root
        self.deadline = time.monotonic() + PATIENCE
        self.uris = b""
        # The root tells of windows that come and change, so waiting needs no polling.
        self.root.change_attributes(event_mask=X.SubstructureNotifyMask)
        self.window = self.root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)

    def atom(self, name):
        return self.display.intern_atom(name)

    def next_event(self, awaited):
        """Returns the next event; ends the program when it does not come in time."""
        while not self.display.pending_events():
            left = self.deadline - time.monotonic()
            if left <= 0:
                sys.exit(f"waited {PATIENCE:.0f} s in vain for {awaited}")
            # Properties of a window come without an event for the root: look again now and then.
            if not select.select([self.display.fileno()], [], [], min(left, 0.1))[0]:
                return None
        return self.display.next_event()

    def target(self):
        """Waits until a window is shown that takes drops, and returns it."""
        aware = self.atom("XdndAware")
        while True:
            for window in self.root.query_tree().children:
                try:
                    version = window.get_full_property(aware, X.AnyPropertyType)
                    shown = window.get_attributes().map_state == X.IsViewable
                except error.BadWindow:
                    continue
                if version and shown:
                    if version.value[0] < 5:
                        sys.exit(f"the window speaks XDND {version.value[0]}, not 5")
                    return window
            self.next_event("a window that takes drops")

    def tell(self, target, name, *data):
        message = event.ClientMessage(window=target, client_type=self.atom(name), data=(32, list(data)))
        target.send_event(message, event_mask=0)
        self.display.flush()

    def serve(self, request):
        """Hands out the addresses of the files to whoever asks for them as text/uri-list."""
        where = request.property or request.target
        if request.target == self.atom("text/uri-list"):
            request.requestor.change_property(where, request.target, 8, self.uris)
        else:
            where = X.NONE
        answer = event.SelectionNotify(
            time=request.time, requestor=request.requestor, selection=request.selection,
            target=request.target, property=where)
        request.requestor.send_event(answer)
        self.display.flush()

    def await_message(self, name):
        """Serves requests until the target sends a message, and returns its numbers."""
        while True:
            got = self.next_event(name)
            if got is None:
                continue
            if got.type == X.SelectionRequest:
                self.serve(got)
            elif got.type == X.ClientMessage and got.client_type == self.atom(name):
                return got.data[1]

    def drop(self, files):
        self.uris = "".join(pathlib.Path(file).resolve().as_uri() + "\r\n" for file in files).encode("ascii")
        target = self.target()
        me = self.window.id
        self.window.set_selection_owner(self.atom("XdndSelection"), X.CurrentTime)
        self.tell(target, "XdndEnter", me, 5 << 24, self.atom("text/uri-list"), Xatom.STRING, 0)
        size = target.get_geometry()
        corner = self.root.translate_coords(target, 0, 0)
        for step in range(3):
            x, y = corner.x + size.width // 2 + step, corner.y + size.height // 2
            self.tell(target, "XdndPosition", me, 0, x << 16 | y, X.CurrentTime, self.atom("XdndActionCopy"))
            accepted = self.await_message("XdndStatus")[1] & 1
        if not accepted:
            sys.exit("the window refused the files while they hovered")
        self.tell(target, "XdndDrop", me, 0, X.CurrentTime, 0, 0)
        if not self.await_message("XdndFinished")[1] & 1:
            sys.exit("the window refused the dropped files")

    def close(self):
        self.tell(self.target(), "WM_PROTOCOLS", self.atom("WM_DELETE_WINDOW"), X.CurrentTime, 0, 0, 0)
        self.display.sync()


def main(arguments):
    source = Source()
    if arguments[:1] == ["drop"] and len(arguments) > 1:
        source.drop(arguments[1:])
    elif arguments == ["close"]:
        source.close()
    else:
        sys.exit(__doc__)


main(sys.argv[1:])
