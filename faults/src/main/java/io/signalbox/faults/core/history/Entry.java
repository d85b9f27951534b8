package io.signalbox.faults.core.history;

/** One thing that somebody wrote down about a run. */
public sealed interface Entry permits KnownRunner, Struck, Plan, Answer, Wish, Mark, ShownTask, ShownLog {}
