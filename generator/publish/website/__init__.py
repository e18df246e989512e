"""The face for readers online: MkDocs frames the finished pages."""
