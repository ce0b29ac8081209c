inspector-title = Details

## The person picker

inspector-picker-remove = Remove { $name }
inspector-picker-hint = Type a name or company
