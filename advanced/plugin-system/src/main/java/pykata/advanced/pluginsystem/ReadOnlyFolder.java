package pykata.advanced.pluginsystem;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.io.FileSystem;

/** The file system that a plug-in sees: one folder, and the standard library, neither of which it can change. */
record ReadOnlyFolder(FileSystem host, Path folder) implements FileSystem {

    static FileSystem of(Path folder) throws IOException {
        var one = new ReadOnlyFolder(FileSystem.newDefaultFileSystem(), folder.toRealPath());
        return FileSystem.allowInternalResourceAccess(FileSystem.newReadOnlyFileSystem(one));
    }

    /** Links are followed first: one that leads out of the folder is no way out. */
    private Path inside(Path path) throws IOException {
        var absolute = folder.resolve(path).normalize();
        if (!absolute.startsWith(folder) || !host.toRealPath(nearest(absolute)).startsWith(folder)) {
            throw new SecurityException("outside of the plug-ins' folder");
        }
        return absolute;
    }

    /** The path, or the nearest folder above it that exists. */
    private Path nearest(Path path) throws IOException {
        return Files.exists(path) || path.equals(folder) ? path : nearest(path.getParent());
    }

    @Override
    public Path parsePath(URI uri) {
        return host.parsePath(uri);
    }

    @Override
    public Path parsePath(String path) {
        return host.parsePath(path);
    }

    @Override
    public Path toAbsolutePath(Path path) {
        return folder.resolve(path);
    }

    @Override
    public Path toRealPath(Path path, LinkOption... options) throws IOException {
        return host.toRealPath(inside(path), options);
    }

    @Override
    public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options) throws IOException {
        host.checkAccess(inside(path), modes, options);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return host.newByteChannel(inside(path), options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path path, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        return host.newDirectoryStream(inside(path), filter);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return host.readAttributes(inside(path), attributes, options);
    }

    @Override
    public void createDirectory(Path path, FileAttribute<?>... attributes) {
        throw new SecurityException("read only");
    }

    @Override
    public void delete(Path path) {
        throw new SecurityException("read only");
    }
}
