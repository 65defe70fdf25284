"""The test file that every virus scanner reports (eicar.org), which is how people try whether anything looks at uploads."""

# In two pieces: whole, this module would be taken for a virus on every machine that has a scanner.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
