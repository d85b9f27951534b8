/*
 * The log of one attempt, appended to by two gateways at once, and its seal.
 *
 * Rules: C20, C21. Invariant: I3.
 *
 * gateway   AttemptLog (append, step, insertAll, seal, sealNow, sealAsIs) over MongoChunkStore, FinishAttempt, SealAbandoned
 * runner    LogSender: pushes from what was acknowledged, gives up and repeats at either gateway, states the end with the last batch
 *
 * Abstracted: an event is its own position, so that order and doubling show. Hashes, quota and the tries (10) are left out. A gateway
 * handles one request at a time (the lock of AttemptLog). The damage of a spool is a jump of the runner's position.
 *
 * @check full ok
 * @check DAMAGED ok                the runner's spool lost an event: a gap is recorded
 * @check NO_PLACE error            chunks have no place of their own: a second one takes the place of the first
 * @check NO_SKIP error             a repeated push is appended as it comes
 * @check NO_READ_AGAIN error       a taken place counts as stored
 * @check NO_ONE_AT_A_TIME error    the second chunk of a push is inserted without waiting for the first
 * @check NO_GAP,DAMAGED error      what comes from above the end is appended at the end
 * @check NO_SEAL_PLACE error       the seal has a place of its own instead of the next index
 * @check NO_MISSING error          the seal does not look at what is missing
 * @check NO_LOG_FIRST error        the end is reported before the last batch is stored
 */
#define N 3                         /* events of the log */
#define END 4                       /* places: one more than events, for the seal */

mtype = { NOTHING, EVENTS, GAP, SEAL };
mtype kind[END] = NOTHING;          /* log_chunks by place */
byte size[END], from[END];           /* how many events, and which one comes first */
byte lackFrom = N;                  /* what the seal says is missing: from here on */
bool sealed, reported, over;        /* the seal stands; the end is in reports; the attempt ended otherwise, a minute ago */

byte acked;                         /* the runner: up to here it was acknowledged */
byte pushes;
mtype = { PUSH, LAST, OK, REFUSED, AWAY };
chan ask[2] = [1] of { mtype, byte, byte };     /* what, from, to */
chan answer[2] = [1] of { mtype, byte };

/* One insert: the duplicate key of a place that is taken is the whole answer. Nothing that is stored ever changes. */
inline insert(k, place, n, first) {
    d_step {
        if
#ifndef NO_PLACE
        :: kind[place] != NOTHING -> taken = true
#else
        :: kind[place] != NOTHING ->
            assert(kind[place] == k && size[place] == n && from[place] == first);    /* C20: stored chunks never change */
            taken = false
#endif
        :: else -> taken = false; kind[place] = k; size[place] = n; from[place] = first;
            if
            :: k == SEAL -> sealed = true; lackFrom = lack
            :: else ->
                assert(place + n <= N);                                             /* more than was spooled: a line is doubled */
                assert(!sealed)                                                     /* C21: nothing is behind the seal */
            fi
        fi
    }
}

/* The newest chunk's end. */
inline readTail() {
    d_step {
        tail = 0; shut = false; i = 0;
        do
        :: i < END ->
            if
            :: kind[i] == EVENTS || kind[i] == GAP -> tail = i + size[i]
            :: kind[i] == SEAL -> shut = true
            :: else
            fi;
            i++
        :: else -> break
        od;
        i = 0
    }
}

inline appendLog() {
    done = false; result = OK;
    do
    :: done -> break
    :: !done && a > tail && shut -> result = REFUSED; done = true
#ifndef NO_GAP
    :: !done && a > tail && !shut -> readTail();
        if
        :: tail < a && !shut -> insert(GAP, tail, a - tail, tail); readTail()
        :: else
        fi
#else
    :: !done && a > tail && !shut -> skew = a - tail; a = tail; b = b - skew;
#endif
    :: !done && a <= tail ->
#ifndef NO_SKIP
        d_step { if :: b <= tail -> skip_ = b :: else -> skip_ = tail fi }
#else
        d_step { skip_ = a }
#endif
        if
        :: skip_ >= b -> done = true                    /* all of it is known */
        :: skip_ < b && shut -> result = REFUSED; done = true
        :: skip_ < b && !shut && tail < N && b - skip_ > 1 ->
            if
            :: insert(EVENTS, tail, b - skip_, skip_ + skew); next_()       /* one chunk */
            :: insert(EVENTS, tail, 1, skip_ + skew);                       /* two, since one chunk has its size */
#ifdef NO_ONE_AT_A_TIME
                if :: insert(EVENTS, tail + 1, b - skip_ - 1, skip_ + skew + 1) :: skip fi;
                taken = false; next_()
#else
                if
                :: taken -> readTail()
                :: else -> tail = tail + 1
                fi
#endif
            fi
        :: skip_ < b && !shut && tail < N && b - skip_ == 1 ->
            insert(EVENTS, tail, 1, skip_ + skew); next_()
        :: skip_ < b && !shut && tail >= N -> assert(false)              /* more than was spooled */
        fi
    od
}

inline next_() {
#ifdef NO_READ_AGAIN
    tail = tail + b - skip_; done = true
#else
    if
    :: taken -> readTail()
    :: else -> tail = tail + b - skip_; done = true
    fi
#endif
}

inline sealNow() {
    do
    :: shut -> break
    :: else ->
        if
        :: tail < N -> lack = tail
        :: else -> lack = N
        fi;
#ifdef NO_MISSING
        lack = N;
#endif
#ifdef NO_SEAL_PLACE
        insert(SEAL, N, 0, 0);
#else
        insert(SEAL, tail, 0, 0);
#endif
        if
        :: taken -> readTail()
        :: else -> shut = true
        fi
    od
}

/* Remembers the tail between requests; before the first it takes the log to be empty. */
proctype gateway(byte me) {
    byte tail, a, b, i, skip_, skew, lack;
    bool shut, taken, done;
    mtype what, result;
end: do
    :: atomic { ask[me]?what, a, b -> skew = 0 };
        if
        :: a > 0 && tail == 0 -> readTail()
        :: else
        fi;
#ifdef NO_LOG_FIRST
        if :: what == LAST -> reported = true :: else fi;
#endif
        appendLog();
        if
        :: what == LAST ->
            if
            :: tail >= N -> sealNow()                   /* the stated end is reached */
            :: else -> readTail(); if :: tail >= N || shut -> sealNow() :: else fi
            fi;
            reported = true
        :: else
        fi;
        atomic {
            if
            :: answer[me]!result, tail
            :: full(answer[me])                           /* nobody waits for it any more */
            fi;
            a = 0; b = 0; skip_ = 0; lack = 0; skew = 0; taken = false; done = false; result = OK; what = PUSH
        }
    :: over && !sealed -> readTail(); sealNow();
        atomic { lack = 0; taken = false }
    od
}

proctype runner() {
    byte to, at, g, other;
    mtype got;
    do
    :: acked >= N && reported -> break
    :: over -> break
    :: (acked < N || !reported) && pushes < 4 && !over ->
        atomic {
            pushes++;
            if :: g = 0 :: g = 1 fi;
            if :: nfull(ask[g]) :: full(ask[g]) -> ask[g]?_, _, _ fi;       /* a request that never arrived */
            if :: nempty(answer[g]) -> answer[g]?_, _ :: empty(answer[g]) fi;
            at = acked;
#ifdef DAMAGED
            if :: at == 0 -> at = 1 :: else fi;
#endif
            if
            :: to = N; ask[g]!LAST, at, N
            :: at + 1 < N -> ask[g]!PUSH, at, at + 1
            :: at + 2 < N -> ask[g]!PUSH, at, at + 2
            fi
        };
        if
        :: atomic { answer[g]?got, other -> if :: got == OK && other > acked && other <= N -> acked = other :: else fi }
        :: skip                                                             /* no answer in time: given up */
        fi;
        atomic { to = 0; at = 0; other = 0 }
    :: pushes == 4 -> over = true; break                                    /* it never comes back */
    od;
    over = true                                                             /* a minute after the end every gateway seals */
}

/* I3: whatever stands is in order, without doubling; what was acknowledged is there; at the end the rest is named. */
proctype checker() {
    byte i, end_;
    atomic {
        timeout ->
        end_ = 0; i = 0;
        assert(sealed);                                                     /* C21: every log is sealed */
        do
        :: i < END ->
            if
            :: kind[i] == EVENTS -> assert(i == end_ && from[i] == i); end_ = i + size[i]
            :: kind[i] == GAP ->
                assert(i == end_);
#ifndef DAMAGED
                assert(false);                                              /* a gap of which the runner knows nothing */
#endif
                end_ = i + size[i]
            :: kind[i] == SEAL -> assert(i == end_)
            :: else
            fi;
            i++
        :: else -> break
        od;
        assert(end_ >= acked);                                              /* acknowledged and not there */
        assert(end_ >= N || lackFrom <= end_)                               /* missing and not named */
    }
}

/* Whoever sees the end sees the whole log. */
proctype reader() {
    byte i, end_;
end:
    atomic {
        reported ->
        do
        :: i < END -> if :: kind[i] == EVENTS || kind[i] == GAP -> end_ = i + size[i] :: else fi; i++
        :: else -> break
        od;
        assert(end_ >= N || sealed)
    }
}

init { atomic { run gateway(0); run gateway(1); run runner(); run checker(); run reader() } }
