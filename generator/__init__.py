"""High Road: compiles case stories, the Declaration and the agenda into training."""
