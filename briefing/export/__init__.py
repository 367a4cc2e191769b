"""What leaves the program as text, a module per format."""
