package io.signalbox.testkit.infra;

/** What a test may need for real. */
public enum Part {
    MONGODB("SIGNALBOX_MONGODB_URI"),
    RABBITMQ("SIGNALBOX_AMQP_URI");

    private final String variable;

    Part(String variable) {
        this.variable = variable;
    }

    /** The environment variable that holds its address, here and in the product. */
    public String variable() {
        return variable;
    }
}
