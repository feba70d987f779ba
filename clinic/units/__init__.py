"""The register of industrial units: where they stand, what they can make, what was measured, and who points to stopping."""
