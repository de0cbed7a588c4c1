package pykata.mutation;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
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
            var tasks = elements.stream()
                    .map(element -> threads.submit((Callable<R>) () -> function.apply(element)))
                    .toList();
            var results = new java.util.ArrayList<R>();
            for (var task : tasks) {
                results.add(task.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
