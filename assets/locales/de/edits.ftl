edits-add-contact = Person hinzufügen
