"""Every change of requests and cases."""
