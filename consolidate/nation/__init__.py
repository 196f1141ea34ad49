"""Several provinces' rounds of one plan, put together from their masters: tasks and indicators, not rows."""
