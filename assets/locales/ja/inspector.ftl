inspector-title = 詳細

## The person picker

inspector-picker-remove = { $name }さんを外す
inspector-picker-hint = 名前または会社を入力
