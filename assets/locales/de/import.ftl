import-title = Importieren
