"""What the test session itself rests on."""
