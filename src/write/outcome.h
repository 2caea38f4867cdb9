/* SPDX-License-Identifier: MIT */
/* What becomes of an output of the site. */
#pragma once

typedef enum {
  WRITER_OUTCOME_NONE, /* not settled yet, or kept and not there */
  WRITER_OUTCOME_KEPT,
  WRITER_OUTCOME_CHANGED,
  WRITER_OUTCOME_ADDED,
} WriterOutcome;
