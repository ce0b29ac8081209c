network-title = Netzwerk
