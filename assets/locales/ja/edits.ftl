edits-add-contact = 人を追加
