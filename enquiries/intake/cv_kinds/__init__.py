"""What an uploaded CV is, by its content alone: a phone gives files no ending, and senders give them wrong ones."""
