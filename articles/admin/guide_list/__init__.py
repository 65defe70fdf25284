"""The list of guides in the admin: its columns, what is done to several guides at once, and the calendar."""
