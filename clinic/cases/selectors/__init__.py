"""Read models of requests and cases."""
