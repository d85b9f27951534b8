/*
 * Two schedulers, one of them outlived without knowing it; a relay with one slot; two tasks for it.
 *
 * Rules: C14, C15; of C16 the guard by version. Invariants: I4, I6.
 *
 * scheduler LeadOrFollow, Term, TakeOver, RaiseVersions, LearnTasks, AssignSlots, CommitChanges, SendToRelays, Relays
 * relay     RelayCommands, HighestEpoch, RelayRecord (the answer), Claims (the epoch at the giving), LookUpEnded
 *
 * Abstracted: renewals and time. A term is over whenever a higher epoch is there, but whoever was paused does one more thing: its commit and
 * what it had published. The claim (C1) is left out: here the relay gives whatever it may, so that what is shown is owed to C14 and C15 alone.
 * That a missed write is read back, and that an unknown one ends the term, stands in the model without a weakened check: it shows no history
 * of which these alone keep us.
 *
 * @check full ok
 * @check NO_SWAP error           the epoch is written, not raised by compare-and-set
 * @check NO_ANSWER error         a new leader uses the slot before its relay has answered its epoch
 * @check NO_EPOCH_AT_CLAIM error a relay that has answered gives an attempt of a lower epoch
 * @check NO_RAISE error          a new leader relies on the live tasks that it loaded without raising their versions
 * @check NO_VERSION error        a commit does not look at the version
 */
#define TERMS 3
#define NIL 3

mtype = { QUEUED, LIVE, ENDED };
mtype state[2] = QUEUED;            /* tasks */
byte version[2], stamp[2], origin[2];   /* the epoch of the live attempt, and of who made it */
byte epoch, terms;                  /* leadership */
byte loaded;                        /* the highest epoch whose leader relies on its memory */
byte highest;                       /* the relay: the highest epoch that it has seen */
bool answered[4];                   /* by epoch */
byte message[2];                    /* task t is assigned by the leader of this epoch: on its way to the relay */
byte offered = NIL;                 /* to the slot */
bool given[2];                      /* to the runner */

/* The slot is idle where nothing that was given lives. */
#define isIdle (!(given[0] && state[0] == LIVE) && !(given[1] && state[1] == LIVE))

inline take(t) {
    if
    :: message[t] >= highest -> highest = message[t]; offered = t
    :: message[t] < highest -> skip
    fi;
    message[t] = 0
}

#ifdef NO_ANSWER
#define isUsable true
#else
#define isUsable answered[mine]
#endif

proctype relay() {
end:
    do
    :: atomic { message[0] != 0 -> take(0) }
    :: atomic { message[1] != 0 -> take(1) }
    :: d_step { highest < epoch -> highest = epoch }                        /* it is asked, or reads the record */
    :: d_step { highest != 0 && !answered[highest] -> answered[highest] = true }
    :: offered == NIL && isIdle && state[0] == LIVE -> offered = 0          /* looked up */
    :: offered == NIL && isIdle && state[1] == LIVE -> offered = 1
    :: d_step {
            offered != NIL ->
            if
#ifdef NO_EPOCH_AT_CLAIM
            :: state[offered] == LIVE && !given[offered] ->
#else
            :: state[offered] == LIVE && !given[offered] && stamp[offered] >= highest ->
#endif
                assert(isIdle || origin[offered] != epoch);                 /* C15: put where another one lives that was given */
                given[offered] = true
            :: else
            fi;
            offered = NIL
        }
    od
}

/* One write of a task, guarded by its version. A write of an outlived leader must not change what a later one relies on (C15). */
inline commit(t, to) {
    d_step {
        if
#ifdef NO_VERSION
        :: true ->
            assert(state[t] != ENDED);                                      /* I4 */
#else
        :: version[t] == seen[t] ->
#endif
            assert(!(state[t] == LIVE && mine < loaded)); /* C15 */
            if :: state[t] != LIVE -> origin[t] = mine :: else fi;
            version[t]++; state[t] = to; stamp[t] = mine; seen[t] = version[t]; is[t] = to; done = true
        :: else -> done = false
        fi
    }
}

inline read(t) { atomic { seen[t] = version[t]; is[t] = state[t] } }

proctype scheduler() {
    byte mine, t, from_;
    byte seen[2];
    mtype is[2];
    bool done, ready;
endFollowing:
    atomic { terms < TERMS -> from_ = epoch; terms++ };
#ifdef NO_SWAP
    atomic { epoch = from_ + 1; mine = epoch };
#else
    if
    :: d_step { epoch == from_ -> epoch = from_ + 1; mine = epoch }
    :: d_step { epoch != from_ -> terms-- }; goto endFollowing
    fi;
#endif
    t = 0;
    do
    :: t < 2 ->
        read(t);
#ifndef NO_RAISE
        do
        :: is[t] == LIVE -> d_step { if :: version[t] == seen[t] -> version[t]++; seen[t] = version[t]; done = true :: else -> done = false fi };
            if :: done -> break :: else -> read(t) fi
        :: else -> break
        od;
#endif
        t++
    :: t == 2 -> break
    od;
    atomic { if :: mine > loaded -> loaded = mine :: else fi; t = 0 };
endLeading:
    do
    :: mine != epoch -> break                                               /* outdone */
    :: atomic { mine == epoch -> if :: t = 0 :: t = 1 fi };
        if
        /* A foreign attempt is stamped and published anew; one of its own may be published again. */
        :: is[t] == LIVE ->
            if
            :: stamp[t] != mine ->
                commit(t, LIVE);
                if
                :: done && mine == epoch -> message[t] = mine
                :: done && mine != epoch -> skip
                :: !done -> read(t)
                fi
            :: stamp[t] == mine && !given[t] && mine == epoch -> message[t] = mine
            :: d_step { given[t] -> skip };                                 /* its end is reported */
                commit(t, ENDED); if :: done -> given[t] = false :: else -> read(t) fi
            fi
        :: is[t] == QUEUED && is[1 - t] != LIVE && isIdle && isUsable ->
            if
            :: commit(t, LIVE);
                if
                :: done && mine == epoch -> message[t] = mine               /* paused since: it publishes nothing, or late */
                :: done -> skip
                :: done -> message[t] = mine
                :: !done -> read(t)
                fi
            :: terms < TERMS -> commit(t, LIVE);                            /* no answer */
                break                                                       /* the term ends with its memory (C16) */
            fi
        :: else
        fi;
        t = 0
    od;
    atomic { mine = 0; t = 0; from_ = 0; done = false; seen[0] = 0; seen[1] = 0; is[0] = 0; is[1] = 0 };
    goto endFollowing
}

init { atomic { run relay(); run scheduler(); run scheduler(); } }
