/*
 * A report becomes a state, the state an event, the event a place in the feed; then the report goes. Two schedulers take turns in leading.
 *
 * Rules: C18, C19; C12's order where reports are read together. Invariants: I1 (no report is lost), I4.
 *
 * leader    SchedulerCore as far as one task goes, CommitChanges, RunBatch (what follows a commit), TakeOver, SweepReports, SweepOutboxes
 * feeder    AppendEvents, EventBatch, ClearOutboxes, RemoveReports of the same term, over MongoEventStore and MongoOutboxStore
 * relay     what a gateway inserts into reports
 *
 * The task has STEPS transitions, each caused by a report of its own, each leaving one event. Abstracted: who may lead (leadership.pml);
 * a term is over at any moment, and whatever it has on its way still arrives. An outbox holds events in order; keys stand for events.
 *
 * @check full ok
 * @check THREE_TERMS ok slow
 * @check NO_MARKER error         a new leader begins after the newest event without putting a marker there
 * @check NO_LOOK error           what was left in the outbox is appended without looking whether it stands in the feed
 * @check NO_ORDER error          an append goes on behind a place that is taken
 * @check NO_SAME_PLACE error     an append without an answer is repeated at the next places
 * @check NO_JUST_THOSE error     clearing empties the outbox instead of pulling what was appended
 * @check NO_OUTBOX error         events are appended from memory, before the commit has its outcome
 * @check NO_COMMIT_FIRST error   a report goes when it was read, before its transition is stored
 * @check NO_FRESH_READ error     a report that does not apply to memory goes without reading the task anew
 */
#define STEPS 2
#define FEED 8
#define NONE 15
#define MARK 14
#ifdef THREE_TERMS
#define TERMS 3
#else
#define TERMS 2
#endif

byte version, state;                        /* of the task: how many transitions are stored */
byte outbox;                                /* bit e: event e waits */
byte feed[FEED] = NONE;                     /* events by sequence */
byte reports;                               /* bit r: report r stands */
byte stored;                                /* bit r: its transition was stored once */
byte begun;                                 /* terms so far */
byte lead;                                  /* the present epoch; a leader of a lower one is over, though it may not know */
byte opened;                                /* the epoch whose marker was put last */
byte told;                                  /* reports that the relay has inserted */

#define BIT(e) (1 << (e))
#define HAS(set, e) (((set) & (1 << (e))) != 0)

/* The next report comes at any time: a start, then an end. */
proctype relay() {
    do
    :: told < STEPS -> atomic { reports = reports | BIT(told); told++ }
    :: told == STEPS -> break
    od
}

/* One document of an ordered insert. */
inline put(event) {
    d_step {
        if
        :: feed[place] == NONE -> feed[place] = event; stands = true;
            if
            :: event == MARK -> opened = epoch
            :: else -> assert(opened == epoch)                              /* C19: an older leader's append fails at the marker */
            fi
        :: feed[place] == event && event != MARK -> stands = true           /* its own key: an earlier try */
        :: else -> stands = false
        fi
    }
}

/* Puts the marker at the first free place. */
inline open() {
    d_step {
        place = 0;
        do
        :: place < FEED && feed[place] != NONE -> place++
        :: else -> break
        od
    }
#ifndef NO_MARKER
    do
    :: put(MARK); if :: stands -> break :: else -> place++ fi
    od;
    place++
#else
    opened = epoch
#endif
}

/* Both duties of a term share its memory; a term that is over may still do one more thing at any point. */
proctype scheduler() {
    byte epoch, place, known, batch, base, e, cleared, consumed, mem, memVersion;
    bool stands, again;
terms:
endFollowing:
    atomic {
        (begun < TERMS || again) ->
        if
        :: again -> again = false
        :: else -> begun++; lead = begun
        fi;
        epoch = lead
    };
    open();
    d_step { memVersion = version; mem = state; known = 0; consumed = 0; batch = 0 };
endLeading:
    do
    :: epoch != lead -> break                                               /* a higher epoch shows */
    :: begun < TERMS && epoch == lead -> break                              /* its memory is in doubt: it takes over anew */

    /* A report that applies to memory: its transition is committed under the version that memory knows. */
    :: atomic { mem < STEPS && HAS(reports, mem) -> e = mem };
#ifdef NO_COMMIT_FIRST
        reports = reports & ~BIT(e);
#endif
#ifdef NO_OUTBOX
        put(e); if :: stands -> place++ :: else -> break fi;
#endif
        if
        :: d_step {
                version == memVersion ->
                assert(state == e);                                         /* I4: each transition happens once */
                version++; state = e + 1; stored = stored | BIT(e);
#ifndef NO_OUTBOX
                outbox = outbox | BIT(e);
#endif
                memVersion = version; mem = state; consumed = consumed | BIT(e)
            }
        :: d_step { version == memVersion && (epoch != lead || begun < TERMS) -> skip };  /* it never arrives: unknown */
            break
        :: d_step { version != memVersion -> memVersion = version; mem = state }    /* missed: read back */
        fi

    /* A report that does not apply to memory waits for a reading of the task made after it, and goes if it cannot apply to that. */
    :: atomic { epoch == lead && reports != 0 && !HAS(reports, mem) ->
            if
            :: HAS(reports, 0) && mem != 0 -> e = 0
            :: HAS(reports, 1) && mem != 1 -> e = 1
            fi
        };
        if
        :: HAS(consumed, e) -> skip                                         /* consumed by this term: it goes after its event */
        :: else ->
#ifndef NO_FRESH_READ
            d_step { memVersion = version; mem = state };
            if
            :: mem > e -> reports = reports & ~BIT(e)
            :: else -> skip
            fi
#else
            reports = reports & ~BIT(e)
#endif
        fi

    /* The outbox is read; what this term has not appended itself is looked up and appended, one document after the other. */
    :: atomic { (outbox & ~known) != 0 -> batch = outbox & ~known };
#ifndef NO_LOOK
        d_step {
            e = 0;
            do
            :: e < FEED -> if :: feed[e] < STEPS && HAS(batch, feed[e]) -> known = known | BIT(feed[e]) :: else fi; e++
            :: else -> break
            od;
            batch = batch & ~known
        }
#endif
        base = place; e = 0;
        do
        :: e == STEPS -> break
        :: e < STEPS && !HAS(batch, e) -> e++
        :: e < STEPS && HAS(batch, e) ->
            put(e);
            if
            :: stands -> known = known | BIT(e); place++; e++
#ifdef NO_ORDER
            :: !stands -> place++
#else
            :: !stands -> goto outdone
#endif
            :: stands && base + 1 < FEED ->                                 /* no answer, though it stands: repeated */
#ifdef NO_SAME_PLACE
                base = FEED; place++
#else
                base = FEED
#endif
            fi
        od;
        batch = 0

    /* What stands in the feed is pulled out of the outbox, and what caused it is removed from reports. */
    :: (outbox & known) != 0 -> cleared = known;
#ifdef NO_JUST_THOSE
        outbox = 0
#else
        outbox = outbox & ~cleared
#endif
    :: atomic { (reports & consumed & known) != 0 -> cleared = reports & consumed & known };
        reports = reports & ~cleared
    od;
outdone:
    /* The marker of an outlived leader may come late and end a newer term: that one begins anew. */
    atomic { again = (epoch == lead && begun == TERMS); place = 0; known = 0; batch = 0; base = 0; e = 0; cleared = 0; consumed = 0; mem = 0; memVersion = 0; epoch = 0; stands = false };
    goto terms
}

/* A report is removed only once its transition is stored; an event tells of a stored state, once, in order. */
proctype checker() {
    byte i, next;
    atomic {
        timeout ->
        assert(state == STEPS && reports == 0 && outbox == 0);              /* I1: nothing is left undone */
        do
        :: i < FEED -> if :: feed[i] < STEPS -> assert(feed[i] == next); next++ :: else fi; i++
        :: else -> break
        od;
        assert(next == STEPS)                                               /* every event once, in its order */
    }
}

active proctype watch() {
    byte i;
end: atomic {
        (told > 0 && (~reports & ~stored & (BIT(told) - 1)) != 0) -> assert(false)  /* C18: a report went before its transition was stored */
    }
}

init { atomic { run relay(); run scheduler(); run scheduler(); run checker() } }
