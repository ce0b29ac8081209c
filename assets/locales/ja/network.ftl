network-title = つながり
