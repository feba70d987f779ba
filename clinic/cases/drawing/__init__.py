"""Places of what is drawn on a case's pages: values in, coordinates out. No Django, no clock."""
