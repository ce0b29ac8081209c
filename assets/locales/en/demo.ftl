demo-book-name = Demo network
