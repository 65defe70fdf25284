"""Pictures drawn by rule: covers and the typesetting of social cards. Knows nothing of guides; anybody may import it."""
