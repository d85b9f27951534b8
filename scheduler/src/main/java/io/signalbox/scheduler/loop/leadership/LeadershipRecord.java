package io.signalbox.scheduler.loop.leadership;

import io.signalbox.model.id.Epoch;

/**
 * What the store says about leadership.
 *
 * @param epoch the highest there was; 0 when nobody has led yet
 * @param holder who took it; empty when nobody did
 * @param renewal counts the holder's renewals
 */
public record LeadershipRecord(Epoch epoch, String holder, long renewal) {}
