"""Site plans as files: reading, checking, drawing. Knows nothing of who asks; changes are made by `estates.services`."""
