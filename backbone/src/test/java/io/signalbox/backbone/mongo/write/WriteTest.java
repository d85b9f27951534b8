package io.signalbox.backbone.mongo.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.signalbox.backbone.mongo.write.Write.Mark;
import org.bson.BsonInt32;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class WriteTest {

    @Test
    void insertNeedsAnId() {
        assertThatThrownBy(() -> Write.insert(new Document("x", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("_id");
    }

    @Test
    void updateNeverReplacesADocument() {
        assertThatThrownBy(() -> Write.update("a", new Document("x", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[x]");
        assertThatThrownBy(() -> Write.update("a", new Document())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void guardStandsBesideTheId() {
        Write.Update update =
                Write.guarded("a", Filters.eq("version", 3), Updates.set("x", 1), new Mark("x", new BsonInt32(1)));

        assertThat(update.filter().toJson()).isEqualTo("{\"_id\": \"a\", \"version\": 3}");
    }
}
