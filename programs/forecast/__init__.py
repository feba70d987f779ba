"""PURE: planned curve, earned value, trend and lights; values in, values out (no Django)."""
