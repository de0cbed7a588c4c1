"""What the shop runs on."""
