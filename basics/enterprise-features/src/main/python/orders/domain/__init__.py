"""What a quote is. Knows nothing of JSON, Java or databases."""
