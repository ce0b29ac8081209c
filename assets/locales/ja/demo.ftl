demo-book-name = デモのつながり
