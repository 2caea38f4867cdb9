/* SPDX-License-Identifier: MIT */
/* What the author of the content has to hear.
 *
 * A fault in the content never stops the work: it becomes a line in the report, and the next fault
 * is looked for, so that one run lists them all. (An operation that fails is a GError; a bug of
 * ours is a g_assert.) A report belongs to one thread; the reports of workers are joined
 * afterwards. What is printed does not depend on the order of arrival. */
#pragma once

#include "base/source.h"

#include <stdio.h>

typedef struct Report Report;

typedef enum {
  REPORT_ERROR,   /* the site is not made */
  REPORT_WARNING, /* it may be meant */
  REPORT_NOTE,    /* usage: said when everything is asked for */
  REPORT_N_LEVELS
} ReportLevel;

/* An empty one. */
Report *report_new (void);
/* NULL is allowed. */
void report_free (Report *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Report, report_free)

/* Adds a fault at `place` of `source`; the line is copied now, so the source may go. `advice` says
 * what to do about it, one sentence, or is NULL; it is copied. Messages are whole sentences without
 * a final stop, translated by the caller with _(). */
void report_error (Report *report, const Source *source, Place place, const char *advice,
                   const char *format, ...) G_GNUC_PRINTF (5, 6);
/* The same for what may be meant: it is printed, and the exit status stays good. */
void report_warning (Report *report, const Source *source, Place place, const char *advice,
                     const char *format, ...) G_GNUC_PRINTF (5, 6);

/* A warning; an error when it comes from somebody who is not trusted. */
void report_suspicion (Report *report, gboolean is_untrusted, const Source *source, Place place,
                       const char *advice, const char *format, ...) G_GNUC_PRINTF (6, 7);

/* What a rule found (docs/checks.md): `code` is that of the rule, a literal, and `length` how many
 * characters are meant from `place` on, 0 when that cannot be said. */
void report_finding (Report *report, ReportLevel level, const char *code, const Source *source,
                     Place place, guint length, const char *advice, const char *format, ...)
  G_GNUC_PRINTF (8, 9);

/* Moves all lines of `from` into `into`; `from` is left empty. */
void report_join (Report *into, Report *from);

/* The warnings as one text, for report_recall() of a later run to add them to another report as
 * they were; NULL when there are none. Caller frees. Errors are not in it: what has one is not
 * made. */
char *report_note (const Report *report);
/* Adds them. A text that is no such note adds what can be read of it. */
void report_recall (Report *report, const char *note);

/* How often report_error() was called. Of each file at most 200 errors and 200 warnings are listed.
 */
guint report_n_errors (const Report *report);
/* How often report_warning() was. */
guint report_n_warnings (const Report *report);

/* A line as it is kept; its texts belong to the report. */
typedef struct {
  ReportLevel level;
  const char *code; /* of its rule, or NULL */
  const char *path; /* "" for the site as a whole */
  Place place;
  guint length;       /* characters, or 0 */
  const char *text;   /* the message */
  const char *advice; /* or NULL */
  const char *line;   /* the part of the file that is shown, or NULL */
  guint caret;        /* columns before the mark below it */
} ReportLine;

/* The order in which they are printed; 0: both show the same. */
int report_line_compare (const ReportLine *a, const ReportLine *b);
/* One with texts of its own. The caller frees it. */
ReportLine *report_line_copy (const ReportLine *line);
/* NULL is allowed. */
void report_line_free (ReportLine *line);

typedef void (*ReportVisit) (const ReportLine *line, gpointer data);
/* All lines, in the order in which they would be printed. */
void report_each (const Report *report, ReportVisit visit, gpointer data);
/* Prints one as report_print() does, with the code `code` behind it unless that is NULL. */
void report_print_line (const ReportLine *line, const char *code, FILE *stream);

/* TRUE when no more errors of this file will be listed: there is no use in looking for them. */
gboolean report_is_full (const Report *report, const Source *source);

/* Equal faults, as those of a document that is sent to many offices, count once. */
typedef struct {
  guint errors, warnings, notes;
} ReportTotals;

/* Prints all lines sorted by file, line, column and text, equal ones once, and counts them:
 *
 *     content/ban-tin/a.md:3:1: error: unknown key “titel”
 *        3 | titel: Mở VNeID
 *          | ^
 *          = did you mean “title”?
 */
ReportTotals report_print (const Report *report, FILE *stream);
