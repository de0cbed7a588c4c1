package pykata.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A listing is a part of a real file, or it is an error that says which. */
class ListingTest {

    @TempDir
    Path folder;

    @BeforeEach
    void write_sources() throws IOException {
        Files.writeString(folder.resolve("bank.py"), """
                import threading

                LIMITS: dict[str, int] = {
                    "cash": 100,
                }

                class Account:
                    def deposit(self, cents):
                        self.balance += cents

                    def balance(self):
                        return self.balance


                @functools.cache
                @audited(
                    by="till",
                )
                def deposit_all(accounts,
                                cents):
                    for account in accounts:
                        account.deposit(cents)


                if __name__ == "__main__":
                    deposit_all([], 1)
                """);
        Files.writeString(folder.resolve("Bank.java"), """
                class Bank {
                    // region deposit
                    void deposit() {
                        balance++;
                    }
                    // endregion

                    // region endless
                }
                """);
    }

    @Test
    void shows_definitions_of_python_by_their_names_with_their_decorators() {
        assertThat(Listing.fenced(folder, "bank.py#deposit_all"))
                .containsExactly(
                        "```python",
                        "@functools.cache",
                        "@audited(",
                        "    by=\"till\",",
                        ")",
                        "def deposit_all(accounts,",
                        "                cents):",
                        "    for account in accounts:",
                        "        account.deposit(cents)",
                        "```");
        assertThat(Listing.fenced(folder, "bank.py#LIMITS"))
                .containsExactly("```python", "LIMITS: dict[str, int] = {", "    \"cash\": 100,", "}", "```");
    }

    @Test
    void shows_a_method_of_a_class_without_its_indentation() {
        assertThat(Listing.fenced(folder, "bank.py#Account.balance"))
                .containsExactly("```python", "def balance(self):", "    return self.balance", "```");
    }

    @Test
    void shows_several_definitions_two_lines_apart() {
        assertThat(Listing.fenced(folder, "bank.py#Account,LIMITS"))
                .startsWith("```python", "class Account:")
                .containsSequence("        return self.balance", "", "", "LIMITS: dict[str, int] = {");
    }

    @Test
    void shows_a_region_of_java_without_its_indentation() {
        assertThat(Listing.fenced(folder, "Bank.java#deposit"))
                .containsExactly("```java", "void deposit() {", "    balance++;", "}", "```");
    }

    @Test
    void shows_a_whole_file() {
        assertThat(Listing.fenced(folder, "bank.py"))
                .startsWith("```python", "import threading")
                .endsWith("    deposit_all([], 1)", "```");
    }

    @Test
    void refuses_what_is_not_there() {
        refuses("bank.rb#deposit", "there is no file bank.rb");
        refuses("bank.py#deposit", "bank.py does not define deposit");
        refuses("bank.py#dep.*", "bank.py does not define dep.*");
        refuses("bank.py#Account.withdraw", "bank.py does not define Account.withdraw");
        refuses("bank.py#Till.balance", "bank.py does not define Till.balance");
        refuses("Bank.java#withdraw", "Bank.java has no region withdraw");
        refuses("Bank.java#endless", "region endless of Bank.java has no end");
    }

    private void refuses(String reference, String message) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Listing.fenced(folder, reference))
                .withMessage(message);
    }
}
