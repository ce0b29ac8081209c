inspector-title = Details
