"""The site without a network: what it keeps of itself on a device, and the service worker that keeps it."""
