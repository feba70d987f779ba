"""Flows through the whole portal; a package, because its tests share one loaded demo world."""
