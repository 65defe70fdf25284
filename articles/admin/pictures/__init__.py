"""The library of pictures in the admin: its list, the page of one picture, uploading, and how a form chooses one."""
