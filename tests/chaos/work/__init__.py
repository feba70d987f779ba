"""Jobs that can be stopped at marked points; an app of the chaos tests alone."""
