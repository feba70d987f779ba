"""Business clusters: members, stakeholders, phases, agent, action plan, brands, exports, needs."""
