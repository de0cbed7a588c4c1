package pykata.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A listing is a region of a real file, or it is an error that says which. */
class ListingTest {

    @TempDir
    Path folder;

    @BeforeEach
    void write_sources() throws IOException {
        Files.writeString(folder.resolve("bank.py"), """
            import threading

            # region account
            class Account:

                # region deposit
                def deposit(self, cents):
                    self.balance += cents

                # endregion

                def balance(self):
                    return self.balance
            # endregion

            # region deposit_all
                    first()  # deeper than what follows
                second()
            # endregion

            # region endless
            """);
        Files.writeString(folder.resolve("Bank.java"), "    // region a\n    int a;\n    // endregion\n");
    }

    @Test
    void shows_a_region_without_its_indentation() {
        assertThat(Listing.fenced(folder, "bank.py#deposit"))
                .containsExactly("```python", "def deposit(self, cents):", "    self.balance += cents", "```");
        assertThat(Listing.fenced(folder, "Bank.java#a")).containsExactly("```java", "int a;", "```");
    }

    @Test
    void shows_a_region_around_another_wholly_and_without_marks() {
        assertThat(Listing.fenced(folder, "bank.py#account"))
                .startsWith("```python", "class Account:", "", "    def deposit(self, cents):")
                .endsWith("    def balance(self):", "        return self.balance", "```");
    }

    @Test
    void keeps_a_first_line_that_is_indented_deeper() {
        assertThat(Listing.fenced(folder, "bank.py#deposit_all"))
                .containsExactly("```python", "    first()  # deeper than what follows", "second()", "```");
    }

    @Test
    void shows_a_whole_file_without_marks() {
        assertThat(Listing.fenced(folder, "bank.py"))
                .startsWith("```python", "import threading")
                .noneMatch(line -> line.contains("region"));
    }

    @Test
    void refuses_what_is_not_there() {
        refuses("bank.rb#deposit", "there is no file bank.rb");
        refuses("bank.py#withdraw", "bank.py has no region withdraw");
        refuses("bank.py#dep.*", "bank.py has no region dep.*");
        refuses("bank.py#endless", "region endless of bank.py has no end");
    }

    private void refuses(String reference, String message) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Listing.fenced(folder, reference))
                .withMessage(message);
    }
}
