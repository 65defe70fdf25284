"""Words that stand where others belong: in brackets, as stand-ins, as the marks of a program."""
