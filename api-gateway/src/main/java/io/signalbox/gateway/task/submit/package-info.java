/**
 * Submission: a specification is read strictly, checked against its rules, stored by group commit, and only then answered; the
 * scheduler hears of it by a doorbell that may be lost.
 */
@NullMarked
package io.signalbox.gateway.task.submit;

import org.jspecify.annotations.NullMarked;
