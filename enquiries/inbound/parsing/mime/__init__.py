"""What a mail is made of (RFC 5322, RFC 2045 to 2049): its parts, headers, addresses, encodings and charsets."""
