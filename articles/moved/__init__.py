"""Old addresses: what each leads to, how it answers, how they are added, and which others are asked for in vain."""
