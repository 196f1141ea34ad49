"""The report's figures, section by section: computed only from the master's tables and the plan."""
