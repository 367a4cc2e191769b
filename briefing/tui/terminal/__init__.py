"""The terminal: what is shown there is remembered, and only what differs is sent."""
