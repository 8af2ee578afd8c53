"""Files that other programs wrote, read into rows: the only place for openpyxl."""
