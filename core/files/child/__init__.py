"""What runs in the limited child process. Nothing here may import Django or the rest of the portal."""
