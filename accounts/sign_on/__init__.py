"""The national sign-on (OpenID Connect): how it is asked, and what of its answer counts."""
