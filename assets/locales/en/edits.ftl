edits-add-contact = add a person
