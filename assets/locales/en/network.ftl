network-title = Network
