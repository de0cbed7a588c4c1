package pykata.designpatterns.scalableapi;

/** What {@link PyServer} serves. */
interface Application extends AutoCloseable {

    Reply answer(Request request) throws InterruptedException;

    @Override
    void close();
}
