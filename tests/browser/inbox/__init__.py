"""The inbox of the team, over a day and a week."""
