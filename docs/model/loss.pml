/*
 * A runner falls silent, its attempt is lost, and the next one waits until the first cannot run any more; meanwhile the lost attempt may be given
 * once more. Leaders stall, die and take over at any moment. Time is discrete.
 *
 * Rules: C7, C8, C9, C10, C11. Invariants: I2 in its strongest form: no two attempts of a task run at once.
 *
 * runner    Slot, Lease and Guard of the runner: the process and its deadline, counted from when the last good sync was sent
 * relay     BusySync, BeatEnded, ClaimEnded; Beats, Claims: what stands on the slot by the relay's memory is renewed without reading its task
 * leader    WatchLeases, LeaseClock, LiveAttempt, EndAttempts, AwaitSlots, LearnTasks (watchOn), CheckAttempts, TakeOver
 *
 * The attempt is claimed at the beginning; its answer may have been lost, so that it is given again. A leader reads at most once in each moment, and
 * may read in none: it is slow, paused, or nobody leads. A new one reads the runner before the task. Abstracted: the claim (claim.pml), versions and epochs
 * (leadership.pml), cancels and time-outs, a runner that registers anew. Whether a relay lives is not here: what it spares is a loss, not a
 * second process. The guard is punctual: a host that freezes with it can overlap, as README says. With an official agent the leader never stalls: C10
 * does not exclude overlap. That a beat of ours postpones the successor, and that a giving stores its beat before it reads the task, stand here without
 * a weakened check: what was read unchanged, and the age of the sync, are enough.
 *
 * @check full ok
 * @check TERMS=3,MOMENTS=15 ok slow
 * @check OFFICIAL ok             no guard, but an end of patience; the successor waits for that
 * @check OFFICIAL,TERMS=3,MOMENTS=17 ok slow
 * @check NO_GUARD error          nothing ends a process without contact
 * @check NO_SENT error           the deadline counts from when the answer came
 * @check NO_MARGIN error         the deadline is longer than the leader's patience
 * @check NO_STORED_BEAT error    the runner is answered though its beat is not stored (C7)
 * @check NO_BEAT_AT_GIVING error giving stores no beat
 * @check NO_LAST_READING error   a loss is decided on the readings made before the deadline (C8, C11)
 * @check NO_WAIT error           the successor is offered as soon as the loss is stored
 * @check NO_UNCHANGED error      the successor's moment is enough, whether or not beats were read meanwhile
 * @check NO_LAST_LOSS error      the next leader does not know what was lost
 * @check OFFICIAL,NO_PATIENCE error what an official agent lost is tried again as soon as what ours lost
 * @check OFFICIAL,NO_WHOLE_PATIENCE error a beat after the loss lets the successor wait as the loss did, not from its last contact on
 * @check OFFICIAL,NO_WATCH error beats of what was lost change nothing
 */
#ifndef TERMS
#define TERMS 2
#endif
#ifndef MOMENTS
#define MOMENTS 12
#endif
#define AFTER 3                                         /* onLost.after */
#ifdef OFFICIAL
#define LIVES 6                                         /* an official agent without contact */
#ifdef NO_PATIENCE
#define PATIENCE (AFTER + AFTER - 1)
#else
#define PATIENCE (LIVES + 2)                            /* since its last beat */
#endif
#else
#ifdef NO_MARGIN
#define LIVES (AFTER + 1)
#else
#define LIVES (AFTER - 1)                               /* killAfter */
#endif
#define PATIENCE (AFTER + AFTER)
#endif

#ifdef OFFICIAL
#ifdef NO_WHOLE_PATIENCE
#define POSTPONED (PATIENCE - AFTER)
#else
#define POSTPONED PATIENCE
#endif
#else
#define POSTPONED AFTER
#endif

mtype = { LIVE, WAITING, NEXT, ENDED };
mtype task = LIVE;
byte now;
byte moment;                                            /* the successor waits for it */

bool runs, begun;                                       /* the process of the lost attempt */
byte contact;                                           /* when the last sync was sent that was answered well */

mtype = { NONE, SENT, BEATEN, READ };
mtype sync = NONE;                                      /* the one that is under way */
byte sent;
bool wasLive;                                           /* the relay read the task as live */

bool beat;                                              /* stored, and not read by the leader */
bool named;                                             /* the runner's document names the attempt */
bool finished, inTime;                                  /* its end is reported, before the last reading */

mtype = { WATCHING, ASKED, RUNNER_READ, DECIDED };
mtype leader = WATCHING;
bool hasRead;                                           /* in this moment */
byte silent;                                            /* readings without a new beat, in different moments */
byte terms = 1;
bool knows = true;                                      /* what was lost */

inline tick() {
    now++; hasRead = false
}

/* The leader reads the runner's document. */
inline look() {
    if
    :: beat && (task == LIVE || knows) -> beat = false; silent = 0;
        if
        :: task == LIVE -> leader = WATCHING                                /* the suspicion is gone */
#ifndef NO_WATCH
        :: task == WAITING -> moment = now + POSTPONED                      /* the successor waits longer */
#endif
        :: else
        fi
    :: !(beat && (task == LIVE || knows)) && !hasRead && silent < AFTER -> silent++
    :: else
    fi;
    hasRead = true
}

#ifdef NO_UNCHANGED
#define isUnchanged true
#else
#define isUnchanged (!named || !knows || silent >= AFTER)
#endif

#ifdef OFFICIAL
#define isSteady (hasRead || task == NEXT || leader == DECIDED)
#else
#define isSteady true
#endif

init {
    do
    /* Time passes; the guard is punctual. */
#ifdef NO_GUARD
    :: d_step { now < MOMENTS -> tick() }
#else
    :: d_step { now < MOMENTS && isSteady && !(runs && now - contact >= LIVES) -> tick() }
    :: d_step { runs && now - contact >= LIVES -> runs = false }
#endif

    /* The runner syncs: idle until the attempt has begun, naming it afterwards. Whatever is under way may be lost. */
    :: d_step { sync == NONE && (runs || !begun) && !finished -> sync = SENT; sent = now }
    :: d_step { sync != NONE -> sync = NONE; wasLive = false }
    :: atomic { runs && now - contact < LIVES -> runs = false;              /* it ends; the report comes, or is lost for now */
            if
            :: task == LIVE -> finished = true; inTime = (leader != DECIDED)
            :: true
            fi }

    /* At work: the beat is stored, then the sync is answered. */
    :: d_step { sync == SENT && begun -> beat = true; named = true; sync = READ }
#ifdef NO_STORED_BEAT
    :: d_step { sync == SENT && begun -> sync = READ }
#endif
    :: d_step { sync == READ && begun && !wasLive ->
            sync = NONE;
            if
#ifdef NO_SENT
            :: runs -> contact = now
#else
            :: runs && sent > contact -> contact = sent
#endif
            :: else
            fi }

    /* Given once more: a beat that names the attempt is stored, then the task is read, then the answer goes out. */
    :: d_step { sync == SENT && !begun -> sync = BEATEN;
#ifndef NO_BEAT_AT_GIVING
            beat = true; named = true
#endif
        }
    :: d_step { sync == BEATEN && !begun -> wasLive = (task == LIVE && !finished); sync = READ }
    :: d_step { sync == READ && wasLive && !begun ->
            sync = NONE; wasLive = false;
            if
#ifdef NO_SENT
            :: true -> contact = now; runs = true; begun = true; assert(task != NEXT)
#else
            :: now - sent < LIVES -> contact = sent; runs = true; begun = true; assert(task != NEXT)   /* C9 */
#endif
            :: else                                                         /* dead on arrival */
            fi }

    /* The leader */
    :: d_step { task == LIVE && leader != DECIDED || task == WAITING -> look() }
    :: d_step { task == LIVE && leader == WATCHING && silent >= AFTER ->
#ifdef NO_LAST_READING
            leader = DECIDED; inTime = inTime && finished
#else
            leader = ASKED
#endif
        }
    :: d_step { task == LIVE && leader == ASKED -> leader = RUNNER_READ; look() }
    :: d_step { task == LIVE && leader == RUNNER_READ ->
            if
            :: finished -> task = ENDED
            :: else -> leader = DECIDED
            fi }
    :: d_step { task == LIVE && leader == WATCHING && finished -> task = ENDED }
    :: d_step { task == LIVE && leader == DECIDED ->                        /* stored, after any time */
            assert(!(finished && inTime));                                  /* C11 */
            task = WAITING; moment = now + PATIENCE - AFTER; leader = WATCHING; silent = 0;
#ifdef NO_WAIT
            moment = now; silent = AFTER
#endif
        }
    :: d_step { task == WAITING && now >= moment && isUnchanged -> task = NEXT; assert(!runs) }     /* C9 */

    /* Another one takes over; what the old one had decided is stored before, or misses. */
    :: d_step { terms < TERMS && (task == LIVE || task == WAITING) ->
            terms++; leader = WATCHING; silent = 0; hasRead = true; beat = named;
#ifdef NO_LAST_LOSS
            if :: task == WAITING -> knows = false :: else fi
#endif
        }
    :: task == ENDED || task == NEXT && !runs && sync == NONE || now == MOMENTS -> break
    od
}
