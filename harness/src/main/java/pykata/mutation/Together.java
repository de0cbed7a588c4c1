package pykata.mutation;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** As many at a time as there are processors. */
final class Together {

    private Together() {}

    /** The results in the order of the elements. The first failure comes out, and what has not begun is left. */
    static <E, R> List<R> map(List<E> elements, Function<E, R> function) {
        var threads = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().daemon().factory());
        try {
            var results = elements.stream()
                    .map(element -> CompletableFuture.supplyAsync(() -> function.apply(element), threads))
                    .toList();
            return results.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
