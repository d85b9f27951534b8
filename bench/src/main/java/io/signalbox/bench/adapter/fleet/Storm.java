package io.signalbox.bench.adapter.fleet;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What became of a fleet whose connections were all cut at once.
 *
 * @param back seconds until each was back, of those that are
 * @param away how many are not
 * @param tries connections that the one needed which needed most
 */
public record Storm(List<Double> back, int away, int tries) {

    static Storm of(long cut, List<Track> tracks) {
        return new Storm(
                tracks.stream()
                        .filter(Track::isBack)
                        .map(track -> (track.backAt() - cut) / 1e9)
                        .toList(),
                (int) tracks.stream().filter(track -> !track.isBack()).count(),
                tracks.stream().mapToInt(Track::tries).max().orElse(0));
    }

    /** Seconds until each was back. */
    public DoubleStream seconds() {
        return back.stream().mapToDouble(Double::doubleValue);
    }
}
