import-title = Import
