"""The light face for places without network: pages that need no server, alone or in a folder."""
