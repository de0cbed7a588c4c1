"""A hand-over is forced every half millisecond."""

HANDS_OFF = 0.0005
