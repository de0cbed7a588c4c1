package pykata.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservationsTest {

    @Test
    void a_package_is_linked_once_by_its_folder(@TempDir Path root) throws IOException {
        var question = new Question(root, root.resolve("basics/shop"));
        var python = Files.createDirectories(root.resolve("basics/shop/src/main/python"));
        var orders = Files.createDirectories(python.resolve("orders/domain")).getParent();
        var bank = Files.createFile(python.resolve("bank.py"));
        var modules = List.of("bank", "orders", "orders.domain", "orders.domain.cart");
        assertThat(Observations.sources(question, modules)).containsExactly(bank, orders);
    }
}
