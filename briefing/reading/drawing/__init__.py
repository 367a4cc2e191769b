"""The lines of the screen as pieces of text, each with the names of how it looks; the terminal only paints them."""
