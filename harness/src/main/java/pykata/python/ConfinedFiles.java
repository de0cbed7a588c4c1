package pykata.python;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.graalvm.polyglot.io.FileSystem;

/**
 * The files of a context that nobody vouches for: it reads what is below some folders, and writes below one. It makes no
 * links, which are what a file system does not support unless it says so: one that leads out would be followed.
 */
final class ConfinedFiles implements FileSystem {

    private static final Path NULL = Path.of("/dev/null");

    private final FileSystem all = FileSystem.newDefaultFileSystem();
    private final Path writable;
    private final List<Path> readable;

    private ConfinedFiles(Path writable, List<Path> readable) {
        this.writable = real(writable);
        this.readable = Stream.concat(Stream.of(writable, NULL), readable.stream())
                .map(ConfinedFiles::real)
                .toList();
    }

    /**
     * Those, and the library of the language, which may be read wherever it is.
     *
     * @param readable folders and files
     */
    static FileSystem of(Path writable, List<Path> readable) {
        return FileSystem.allowInternalResourceAccess(new ConfinedFiles(writable, readable));
    }

    private Path read(Path path) throws IOException {
        return allowed(path, readable.stream().anyMatch(real(toAbsolutePath(path))::startsWith));
    }

    private Path written(Path path) throws IOException {
        var real = real(toAbsolutePath(path));
        return allowed(path, real.startsWith(writable) || real.equals(NULL));
    }

    private static Path allowed(Path path, boolean isAllowed) throws IOException {
        if (!isAllowed) {
            throw new AccessDeniedException(path.toString());
        }
        return path;
    }

    /** Where a path leads to; of what is not there yet, where it would be. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            var parent = path.getParent();
            return parent == null
                    ? path
                    : real(parent).resolve(path.getFileName()).normalize();
        }
    }

    @Override
    public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options) throws IOException {
        all.checkAccess(modes.contains(AccessMode.WRITE) ? written(path) : read(path), modes, options);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        var onlyReads = options.isEmpty() || options.equals(Set.of(StandardOpenOption.READ));
        return all.newByteChannel(onlyReads ? read(path) : written(path), options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        return all.newDirectoryStream(read(folder), filter);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return all.readAttributes(read(path), attributes, options);
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        return all.readSymbolicLink(read(link));
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        all.createDirectory(written(folder), attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        all.delete(written(path));
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        all.setAttribute(written(path), attribute, value, options);
    }

    @Override
    public void move(Path from, Path to, CopyOption... options) throws IOException {
        all.move(written(from), written(to), options);
    }

    @Override
    public Path parsePath(URI uri) {
        return all.parsePath(uri);
    }

    @Override
    public Path parsePath(String path) {
        return all.parsePath(path);
    }

    @Override
    public Path toAbsolutePath(Path path) {
        return all.toAbsolutePath(path);
    }

    @Override
    public Path toRealPath(Path path, LinkOption... options) throws IOException {
        return all.toRealPath(path, options);
    }

    @Override
    public void setCurrentWorkingDirectory(Path folder) {
        all.setCurrentWorkingDirectory(folder);
    }

    @Override
    public Path getTempDirectory() {
        return all.getTempDirectory();
    }
}
