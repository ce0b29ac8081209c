inspector-title = Details

## The person picker

inspector-picker-remove = { $name } entfernen
inspector-picker-hint = Name oder Firma eingeben
