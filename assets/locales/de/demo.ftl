demo-book-name = Demo-Netzwerk
