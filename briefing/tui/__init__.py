"""The screen: what alone knows Textual."""
