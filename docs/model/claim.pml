/*
 * An attempt is claimed, given, taken back: one slot of a runner of ours, two gateways that it moves between, one leader whose withdrawals
 * may come late.
 *
 * Rules: C1, C2, C5; of C18 how long a claim stays. Invariants: I2; I1 as far as nothing gets stuck.
 *
 * runner    Slot, Exchange, RecentAttempts of the runner
 * gateway   SyncArrived, LookUpEnded, WaitingSync, BusySync, FinishedSync, AssignmentArrived, ClaimEnded; Claims, MongoStartReports, MongoBeatStore
 * leader    AssignSlots, TakeBack, WatchLeases (what a sync missed), StartAttempts, EndAttempts, ConsumeReports
 * errand    WithdrawStarts, CheckAttempts, over MongoReportStore and the runners' documents
 *
 * Abstracted: another leader and another task (leadership.pml), silence and loss (loss.pml), stops, restarts of the runner. The leader assigns
 * whenever the task waits, to either gateway: what keeps it from assigning to a busy slot (C4) is more than is needed here. A beat is stored at
 * once or lost. That the answer goes out on the very sync that was claimed for stands in the model without a weakened check: a gateway that claims
 * says nothing about the slot, so no word of it can miss the attempt meanwhile. So does the order of the two readings, runner before reports:
 * only the sync that was heard before the question counts, and an end that made room for that was reported earlier.
 *
 * @check full ok
 * @check ATTEMPTS=2,SYNCS=3 ok
 * @check SYNCS=5 ok slow
 * @check ATTEMPTS=2,SYNCS=4 ok slow
 * @check NO_CLAIM error          an attempt is given without a claim
 * @check NO_READ error           the task is not read between claim and answer
 * @check NO_RAISE error          a claim keeps the number of the first sync for which it was made
 * @check NO_NEWEST error         the runner takes an answer to a sync that it has given up
 * @check NO_INSERT error         an assignment is withdrawn without a report that says so
 * @check NO_COMPARE error        a claim is taken back whatever its number is by then
 * @check NO_LATER_SYNC error     a claim is taken back that no later sync has missed
 * @check NO_OWN_QUESTION error   a sync heard after the question counts for the answer
 * @check NO_REPORTS error        a claim is taken back without reading whether an end was reported
 * @check NO_KEEPING error        a claim is removed while its attempt lives
 * @check NO_LOOK_UP error        a gateway that did not serve the slot last takes it for empty
 * @check NO_ENDED,NO_BEGUN error neither relay nor runner remembers that the attempt has ended
 */
#ifndef ATTEMPTS
#define ATTEMPTS 1
#endif
#ifndef SYNCS
#define SYNCS 4
#endif

mtype = { QUEUED, LIVE, DONE };                         /* task */
mtype = { UNKNOWN, VACANT, OFFERED, CLAIMING, GIVEN, RUNNING };   /* occupant */
mtype = { CLAIM, WITHDRAWN };                           /* <attempt>:start, absent: 0 */

mtype state = QUEUED;
byte current, made;                                     /* the live attempt; how many were made */
mtype start[ATTEMPTS + 1];
byte number[ATTEMPTS + 1];                              /* of the claim */
bool finished[ATTEMPTS + 1];                            /* <attempt>:finished */
bool begun[ATTEMPTS + 1];                               /* by the runner, which remembers it */
byte docSync, docNamed;                                 /* the slot in the runner's document */

byte sync = 1;                                          /* the runner's newest sync */
byte on;                                                /* the attempt that it has */
bool over;                                              /* whose end it reports */
byte answer, answered;                                  /* run-job on its way to the runner, and on which sync */
byte up[2], upOn[2];                                    /* a sync on its way to a gateway, and what it names */
bool upOver[2];

byte message[2];                                        /* AssignTask on its way */
mtype occupant[2] = UNKNOWN;
byte what[2], then[2];                                  /* the attempt; the one that waits behind it */
byte newest[2];                                         /* sync */
bool held[2];                                           /* it waits for work */
byte claimed[2];                                        /* the sync of the claim under way */
bool inserted[2];

byte wordSync, wordNamed;                               /* the leader's memory of the slot */
byte known;                                             /* highest number of the claim that it has read */
byte missed;                                            /* the suspicion: this sync did not name the attempt */
byte asked;                                             /* the question: 1 to be read, 2 runner read, 3 reports read */
byte readSync, readNamed, readNumber;
bool readEnd;
byte takes, takesNumber;                                /* the withdrawal under way: attempt, claim's number or none */

#define isCurrent(a) (state == LIVE && current == (a))
#define max(a, b) ((a) > (b) -> (a) : (b))

inline vacate(g) { occupant[g] = VACANT; what[g] = 0; claimed[g] = 0; inserted[g] = false }
inline forgetSlot(g) { occupant[g] = UNKNOWN; what[g] = 0; claimed[g] = 0; inserted[g] = false; held[g] = false; newest[g] = 0 }

/* A beat, guarded by the number of its sync; it may be lost. */
inline beat(g, n, a) {
    if
    :: n >= docSync -> docSync = n; docNamed = a
    :: n < docSync -> forgetSlot(g)                                         /* another gateway has heard the slot since */
    :: true
    fi
}

/* A sync that waits for work is held, and what is on the slot is known. */
inline wait(g) {
    if
    :: occupant[g] == VACANT && then[g] != 0 -> occupant[g] = OFFERED; what[g] = then[g]; then[g] = 0
    :: else
    fi;
    if
    :: occupant[g] == OFFERED || occupant[g] == GIVEN -> occupant[g] = CLAIMING; claimed[g] = newest[g]; inserted[g] = false
    :: occupant[g] == VACANT || occupant[g] == RUNNING -> beat(g, newest[g], 0)
    :: else
    fi
}

/* A slot at work names its attempt: what is not current any more is stopped. */
inline work(g, a) {
    if
    :: occupant[g] == VACANT && then[g] == a -> occupant[g] = RUNNING; what[g] = a; then[g] = 0
    :: what[g] == a -> occupant[g] = RUNNING
    :: else ->
        assert(!isCurrent(a));                                              /* what is current is not stopped */
        if :: sync == newest[g] -> over = true :: else fi
    fi;
    if :: occupant[g] == RUNNING -> claimed[g] = 0; inserted[g] = false :: else fi;
    beat(g, newest[g], a)
}

/* An end is recorded, then acknowledged. */
inline conclude(g, a) {
    if :: isCurrent(a) -> finished[a] = true :: else fi;
    if :: what[g] == a -> vacate(g) :: else fi;
    if
    :: sync == newest[g] -> on = 0; over = false
    :: true                                                                 /* lost */
    fi
}

proctype gateway(byte g) {
    byte a;
    bool o;
end:
    do
    :: atomic {
            up[g] != 0 ->
            if
            :: up[g] <= newest[g]                                           /* dead */
            :: else ->
                if :: up[g] != newest[g] + 1 || occupant[g] == UNKNOWN -> forgetSlot(g) :: else fi;
                newest[g] = up[g]; a = upOn[g]; o = upOver[g]; held[g] = (a == 0);
                if
#ifndef NO_LOOK_UP
                :: occupant[g] == UNKNOWN && state == LIVE ->
                    occupant[g] = OFFERED; what[g] = current;
                    if :: then[g] == current -> then[g] = 0 :: else fi
                :: occupant[g] == UNKNOWN && state != LIVE -> vacate(g)
#else
                :: occupant[g] == UNKNOWN -> vacate(g)
#endif
                :: else
                fi;
                if
                :: a == 0 -> wait(g)
                :: a != 0 && !o -> work(g, a)
                :: a != 0 && o -> conclude(g, a)
                fi
            fi;
            up[g] = 0; upOn[g] = 0; upOver[g] = false; a = 0; o = false
        }
    :: atomic {
            message[g] != 0 ->
            if
            :: what[g] == message[g]
            :: what[g] != message[g] && (occupant[g] == VACANT || occupant[g] == OFFERED) ->
                occupant[g] = OFFERED; what[g] = message[g];
                if :: held[g] -> wait(g) :: else fi
            :: else -> then[g] = message[g]
            fi;
            message[g] = 0
        }
    :: atomic {
            occupant[g] == CLAIMING && !inserted[g] -> inserted[g] = true;
#ifndef NO_CLAIM
            if
            :: start[what[g]] == 0 -> start[what[g]] = CLAIM; number[what[g]] = claimed[g]
#ifdef NO_ENDED
            :: start[what[g]] == CLAIM && number[what[g]] <= claimed[g] ->
#else
            :: start[what[g]] == CLAIM && !finished[what[g]] && number[what[g]] <= claimed[g] ->
#endif
#ifndef NO_RAISE
                number[what[g]] = claimed[g]
#else
                skip
#endif
            :: else -> vacate(g); held[g] = false
            fi
#endif
        }
    /* The beat that names it; then the task is read, and the answer goes out on that very sync. */
    :: atomic {
            occupant[g] == CLAIMING && inserted[g] ->
            if
            :: claimed[g] < docSync -> forgetSlot(g)
            :: else ->
                docSync = claimed[g]; docNamed = what[g];
                if
#ifndef NO_READ
                :: !isCurrent(what[g]) -> vacate(g); held[g] = false
#endif
                :: else ->
                    occupant[g] = GIVEN;
                    if
                    :: !held[g]
                    :: held[g] && newest[g] != claimed[g] -> claimed[g] = 0; inserted[g] = false; wait(g)
                    :: held[g] && newest[g] == claimed[g] ->
                        held[g] = false;
                        if
                        :: true -> answer = what[g]; answered = newest[g]
                        :: true                                             /* lost */
                        fi
                    fi;
                    if :: occupant[g] == GIVEN -> claimed[g] = 0; inserted[g] = false :: else fi
                fi
            fi
        }
    od
}

/* The sync before is given up, though it may still arrive; an answer to it is dead. */
inline send(g) {
    sync++; up[g] = sync; upOn[g] = on; upOver[g] = over;
#ifndef NO_NEWEST
    answer = 0; answered = 0
#endif
}

proctype runner() {
    byte a;
end:
    do
    :: atomic { sync < SYNCS -> if :: send(0) :: send(1) fi }
    :: atomic { on != 0 && !over -> over = true }
    :: atomic {
            answer != 0 && on == 0 -> a = answer; answer = 0;
            if
#ifndef NO_NEWEST
            :: answered != sync
#endif
#ifndef NO_BEGUN
            :: begun[a]
#endif
            :: else ->
                assert(!begun[a]);                                          /* C2 */
                assert(isCurrent(a));                                       /* C1, I2 */
                begun[a] = true; on = a
            fi;
            answered = 0; a = 0
        }
    od
}

inline withdrawn() { assert(!begun[current]); state = QUEUED; forget() }    /* C1 */
inline forget() { known = 0; missed = 0; asked = 0; readSync = 0; readNamed = 0; readNumber = 0; readEnd = false }
inline hear(s, n) { if :: s > wordSync || (s == wordSync && n != 0) -> wordSync = s; wordNamed = n :: else fi; if :: wordNamed == current -> missed = 0 :: else fi }

#define isMissed (wordSync > known && wordNamed != current)
#ifdef NO_LATER_SYNC
#define isSuspect (known != 0 && wordNamed != current)
#define isTakenBack (wordNamed != current)
#else
#define isSuspect (known != 0 && isMissed)
#ifdef NO_OWN_QUESTION
#define isTakenBack isMissed
#else
#define isTakenBack (missed > known && isMissed)
#endif
#endif

proctype leader() {
    byte a;
end:
    do
    :: atomic {
            state == QUEUED && made < ATTEMPTS -> made++; current = made; state = LIVE;
            if :: message[0] = current :: message[1] = current :: true fi   /* or it is lost */
        }
    /* What it reads, and hears */
    :: atomic { state == LIVE && (docSync > wordSync || docSync == wordSync && docNamed > wordNamed) ->
            hear(docSync, docNamed) }
    :: atomic { state == LIVE && start[current] == CLAIM && number[current] > known -> known = number[current];
#ifdef NO_KEEPING
            start[current] = 0; number[current] = 0
#endif
        }
    :: atomic { state == LIVE && start[current] == WITHDRAWN -> withdrawn() }
    :: atomic { state == LIVE && finished[current] -> state = DONE; forget() }
    /* Ten seconds without a start */
    :: atomic { state == LIVE && known == 0 && takes == 0 && start[current] != WITHDRAWN ->
#ifdef NO_INSERT
            withdrawn()
#else
            takes = current
#endif
        }
    /* A later sync did not name it: runner and reports are read once more */
    :: atomic { state == LIVE && asked == 0 && isSuspect && takes == 0 -> asked = 1; missed = wordSync }
    :: atomic { asked == 1 -> asked = 2; readSync = docSync; readNamed = docNamed }
    :: atomic { asked == 2 -> asked = 3; readEnd = finished[current]; readNumber = number[current] }
    :: atomic {
            asked == 3 ->
            hear(readSync, readNamed);
            known = max(known, readNumber);
            if
#ifndef NO_REPORTS
            :: readEnd -> state = DONE; forget()
#endif
            :: else ->
                if
                :: missed != 0 && isTakenBack && wordNamed == 0 -> if :: message[0] = current :: message[1] = current fi
                :: missed != 0 && isTakenBack -> takes = current; takesNumber = known
                :: else
                fi;
                asked = 0; missed = 0; readSync = 0; readNamed = 0; readNumber = 0; readEnd = false
            fi
        }
    /* What is over is removed, the start only then */
    :: atomic { (start[1] != 0 || finished[1]) && !isCurrent(1) && current != 0 -> start[1] = 0; number[1] = 0; finished[1] = false }
#if ATTEMPTS > 1
    :: atomic { (start[2] != 0 || finished[2]) && !isCurrent(2) && current > 1 -> start[2] = 0; number[2] = 0; finished[2] = false }
#endif
#if ATTEMPTS > 2
    :: atomic { (start[3] != 0 || finished[3]) && !isCurrent(3) && current > 2 -> start[3] = 0; number[3] = 0; finished[3] = false }
#endif
    od
}

proctype errand() {
end:
    do
    :: atomic {
            takes != 0 ->
            if
            :: takesNumber == 0 && start[takes] == 0 -> start[takes] = WITHDRAWN
#ifdef NO_COMPARE
            :: takesNumber != 0 && start[takes] == CLAIM -> start[takes] = WITHDRAWN
#else
            :: takesNumber != 0 && start[takes] == CLAIM && number[takes] == takesNumber -> start[takes] = WITHDRAWN
#endif
            :: else
            fi;
            takes = 0; takesNumber = 0
        }
    od
}

/* Nothing is left to happen: the task has ended, or a bound was reached. */
proctype monitor() {
end:
    do
    :: timeout -> assert(state == DONE || sync == SYNCS || made == ATTEMPTS); break
    od
}

init {
    atomic {
        up[0] = 1;
        run runner(); run gateway(0); run gateway(1); run leader(); run errand(); run monitor()
    }
}
