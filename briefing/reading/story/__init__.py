"""The story screen: reports of one event side by side, as a card, a table, a timeline, and two texts in step."""
