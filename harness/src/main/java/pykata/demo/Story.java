package pykata.demo;

/** How a demonstration tells its story: scenes, and in each of them what was done and what came of it. */
public final class Story {

    private Story() {}

    public static void scene(String title) {
        System.out.printf("%n%s%n", title);
    }

    public static void line(String what, Object outcome) {
        System.out.printf("  %-45s %s%n", what, outcome);
    }
}
