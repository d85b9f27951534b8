package io.signalbox.scheduler.core.runner;

import io.signalbox.model.id.Generation;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.SlotRef;
import io.signalbox.scheduler.core.standing.Presence;
import io.signalbox.scheduler.core.standing.Reputation;
import io.signalbox.scheduler.core.standing.Standing;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What memory holds of a runner: what it can do, whether it takes tasks, and its slots. */
public final class Runner {
    private final Fleet fleet;
    private final RunnerId id;
    private final SortedMap<Integer, Slot> slots = new TreeMap<>();
    private Profile profile;
    private Profile alike;
    private Generation generation;
    private Availability availability;
    private Protocol protocol = Protocol.OURS;
    private long heardAt;
    private long registrationSeenAt;
    private boolean isChanged;
    private final Presence presence = new Presence();
    private final Reputation reputation = new Reputation(this::changed);

    Runner(Fleet fleet, RunnerId id, Profile profile, Generation generation, Availability availability) {
        this.fleet = fleet;
        this.id = id;
        this.profile = profile;
        this.alike = profile.nameless();
        this.generation = generation;
        this.availability = availability;
    }

    /**
     * What a runner is.
     *
     * @param name for people
     * @param pool where it belongs
     * @param tags what it can do, sorted
     * @param projects which it serves; empty means all
     */
    public record Profile(String name, PoolName pool, List<String> tags, List<ProjectName> projects) {
        public Profile {
            tags = tags.stream().sorted().toList();
            projects = List.copyOf(projects);
        }

        /** What the runner has in common with those that no demand can tell apart from it. */
        public Profile nameless() {
            return new Profile("", pool, tags, projects);
        }
    }

    public RunnerId id() {
        return id;
    }

    public Profile profile() {
        return profile;
    }

    /** Its profile without its name: what it has in common with those that are like it. */
    public Profile alike() {
        return alike;
    }

    /** Those that are like it keep one profile together: comparing many of their own costs memory and time. */
    void sharesAlike(Profile equal) {
        if (alike.equals(equal)) {
            alike = equal;
        }
    }

    public Generation generation() {
        return generation;
    }

    /** Whether the session of that generation is over. */
    public boolean hasLeft(Generation session) {
        return availability == Availability.DISCONNECTED || session.compareTo(generation) < 0;
    }

    public Availability availability() {
        return availability;
    }

    /** Which protocol it speaks. */
    public Protocol protocol() {
        return protocol;
    }

    /** It registered as one that speaks this. */
    public void speaks(Protocol spoken) {
        protocol = spoken;
    }

    /** Its slots, by number. */
    public Collection<Slot> slots() {
        return slots.values();
    }

    /** The slot of this number, if it was heard of. */
    public @Nullable Slot slot(int number) {
        return slots.get(number);
    }

    /** The slot of this number, known from now on. */
    public Slot knownSlot(int number) {
        return slots.computeIfAbsent(number, n -> {
            changed();
            SlotRef ref = new SlotRef(id, n);
            return new Slot(this, ref, fleet.occupants(ref));
        });
    }

    /** Whether it takes new tasks: its owner lets it, it is heard of, and it is not set aside. */
    public boolean takesTasks() {
        return availability == Availability.OPEN && !isUnreachable() && reputation.trust() != Standing.SET_ASIDE;
    }

    /** Whether it has been silent for too long. */
    public boolean isUnreachable() {
        return presence.now() == Standing.UNREACHABLE;
    }

    /** When it was heard of last, of the lease clock. */
    public long heardAt() {
        return heardAt;
    }

    /** When its present registration was seen first, of the lease clock. */
    public long registrationSeenAt() {
        return registrationSeenAt;
    }

    /** A registration of it was seen that was not known. */
    public void registered(long leaseMillis) {
        registrationSeenAt = leaseMillis;
        heardAt = leaseMillis;
    }

    /** One of its slots synced. */
    public void heard(long leaseMillis) {
        heardAt = leaseMillis;
    }

    /**
     * It is silent for too long, or not any more.
     *
     * @return whether that is news
     */
    public boolean heard(Presence.Silence silence) {
        boolean news = presence.heard(silence);
        if (news) {
            changed();
        }
        return news;
    }

    /** It, what is thought of it, or what its slots can be used for changed. */
    void changed() {
        if (!isChanged) {
            isChanged = true;
            fleet.changed(this);
        }
    }

    /** What changed was taken notice of. */
    void taken() {
        isChanged = false;
    }

    /** What is thought of it. */
    public Reputation reputation() {
        return reputation;
    }

    /** Whether this slot may be given a task, as far as the runner is trusted: one that is probed has one task at a time. */
    public boolean isTrustedWith(Slot slot) {
        return reputation.trust() == Standing.TRUSTED
                || (slots.values().stream().allMatch(other -> other.occupants().isEmpty())
                        && slots.values().stream()
                                        .filter(Slot::isFree)
                                        .findFirst()
                                        .orElse(slot)
                                == slot);
    }

    /**
     * It said goodbye.
     *
     * @return whether that is news
     */
    public boolean disconnect() {
        availability = Availability.DISCONNECTED;
        changed();
        return presence.left();
    }

    void update(Profile newProfile, Generation newGeneration, Availability newAvailability) {
        if (!profile.equals(newProfile)) {
            profile = newProfile;
            alike = newProfile.nameless();
            changed();
        }
        if (newGeneration.compareTo(generation) > 0) {
            slots.values().forEach(Slot::forget);
            generation = newGeneration;
            presence.registered();
            reputation.registered();
            changed();
            availability = newAvailability;
        } else if (availability != Availability.DISCONNECTED) {
            become(newAvailability);
        }
    }

    private void become(Availability next) {
        if (availability != next) {
            availability = next;
            changed();
        }
    }
}
