"""A plug-in is found by its metadata and imported by `load()`: a program to paste."""

import sys
import tempfile
from importlib.metadata import entry_points
from pathlib import Path

site = Path(tempfile.mkdtemp())  # where an installer would put a package
(site / "swift_post.py").write_text("def quote(grams): return 490 + grams // 100")
metadata = site / "swift_post-1.0.dist-info"
metadata.mkdir()
(metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: swift-post\nVersion: 1.0\n")
(metadata / "entry_points.txt").write_text("[shop.carriers]\nswift = swift_post:quote\n")
sys.path.append(str(site))

(carrier,) = entry_points(group="shop.carriers")
print(carrier.name, "of", carrier.dist.name, carrier.dist.version)
print("imported:", "swift_post" in sys.modules)
quote = carrier.load()
print("imported:", "swift_post" in sys.modules)
print("a parcel of 250 g:", quote(250))
