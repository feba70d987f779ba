"""What pages about reports and figures of the clinic show."""
