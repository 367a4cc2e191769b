"""Bytes as articles, a module per format. `endings` tells which files are for them, `decoding` reads what they hold."""
