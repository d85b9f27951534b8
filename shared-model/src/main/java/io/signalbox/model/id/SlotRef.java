package io.signalbox.model.id;

/**
 * One place in a runner where one task can run.
 *
 * @param runner whose slot
 * @param number from 0 to the runner's number of slots, exclusive
 */
public record SlotRef(RunnerId runner, int number) {
    public SlotRef {
        if (number < 0) {
            throw new IllegalArgumentException("a slot number must not be negative, but was " + number);
        }
    }

    @Override
    public String toString() {
        return runner + "/" + number;
    }
}
