"""What the claims need around the order desk: crashes at chosen steps, threads, requests."""
