"""An optional virus scanner for CVs: asked when one comes in, and by the worker for those that it did not answer for."""
