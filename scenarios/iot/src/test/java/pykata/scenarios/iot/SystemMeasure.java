package pykata.scenarios.iot;

import java.time.Duration;
import java.util.List;

/** One table's measurement. */
interface SystemMeasure {

    /** The table's name, as the page and the command say it. */
    String id();

    /** What is measured, for whoever waits. */
    String title();

    /** What each of its steps takes on an idle machine. */
    List<Duration> plan(boolean isQuick);

    List<String> columns();

    /** Measures, and adds row by row; what the rows were made of is added too. */
    void measure(Workbench workbench, List<List<Object>> rows, List<Object> raw) throws Exception;
}
