"""Consultants of the clinic: specialties, papers, hours, conflicts of interest, ratings, and who suits a case."""
