package io.usher.designer.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTest {

    @Test
    void shouldTellApartWhatPeopleCallAlike() {
        assertThat(Choice.told(List.of(
                        new Choice("orderPaid", "Order paid"),
                        new Choice("order-paid", "Order paid"),
                        new Choice("cartLeft", "Cart left"))))
                .extracting(Choice::label)
                .containsExactly("Order paid (orderPaid)", "Order paid (order-paid)", "Cart left");
    }
}
