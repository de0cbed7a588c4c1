"""Where orders are kept: each of these fits the port `desk.domain.Orders`, and inherits nothing."""
