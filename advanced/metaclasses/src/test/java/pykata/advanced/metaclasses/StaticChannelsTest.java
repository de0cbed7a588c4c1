package pykata.advanced.metaclasses;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StaticChannelsTest {

    @Test
    void a_static_initializer_registers_a_class_only_when_it_is_used() throws Exception {
        assertThat(StaticChannels.load("Email")).isNotNull();
        assertThat(StaticChannels.REGISTERED).isEmpty();
        StaticChannels.use("Email");
        assertThat(StaticChannels.REGISTERED).containsExactly("email");
        StaticChannels.use("Email");
        assertThat(StaticChannels.REGISTERED).containsExactly("email");
    }
}
