"""The order desk of a bookshop: an HTTP API that runs on any WSGI server."""
