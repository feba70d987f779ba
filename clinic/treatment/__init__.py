"""Plans of improvement, referrals, follow-up, outcome, and what the clinic learns."""
