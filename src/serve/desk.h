/* SPDX-License-Identifier: MIT */
/* A site while it is written: in memory, as the files are now, and each thing it becomes made when
 * somebody looks at it. Nothing is written to its output.
 *
 * Any thread may look; one, that of the main loop, brings it up to date. What changed is read again
 * by itself where that is enough (load/documents.h); otherwise the site is loaded beside the one
 * that is looked at, and takes its place when it can be shown. Another thread goes through
 * everything in the meantime, for the list of what is wrong. */
#pragma once

#include "base/date.h"
#include "press/press.h"
#include "serve/fault_book.h"

typedef struct Desk Desk;

/* Called from any thread when there is something to tell those who look: `event` is a name, `data`
 * a line of JSON. */
typedef void (*DeskTell) (const char *event, const char *data, gpointer data_of_user);

typedef struct {
  const char *root;
  const char *cache; /* a folder for pictures that were made smaller, or NULL */
  Moment now;        /* MOMENT_NONE: that of the clock */
  guint n_threads;
  DeskTell tell;
  gpointer data;
} DeskOptions;

/* Loads the site. NULL with `error` set when there is none. Caller frees. */
Desk *desk_new (const DeskOptions *options, GError **error);
/* Goes through the site no longer; it can still be looked at. */
void desk_stop (Desk *desk);
void desk_free (Desk *desk); /* NULL is allowed; after all who look have gone */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Desk, desk_free)

/* These files (char *, below the root) have changed. */
void desk_update (Desk *desk, const GPtrArray *changed);
/* Shows the site as of another moment; MOMENT_NONE: that of the clock. */
void desk_set_now (Desk *desk, Moment now);

/* What somebody looks at. */
typedef struct {
  GBytes *bytes;      /* owned; NULL: there is nothing to be shown */
  GBytes *view;       /* owned: of a sheet, a page that shows it (serve/sheet_page.h); else NULL */
  gboolean is_known;  /* there is such an output, or was */
  gboolean is_old;    /* it is the last good one: what it would be now has an error */
  gboolean is_broken; /* it has an error, and there was none before it that had not */
} DeskPage;

void desk_page_clear (DeskPage *page); /* frees what it holds */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskPage, desk_page_clear)

/* What stands at `path`, from the root of the site's output, as the files are now. From any
 * thread. */
void desk_look (Desk *desk, const char *path, DeskPage *page);

/* Called with the site as it is shown. */
typedef void (*DeskUse) (const Site *site, const Press *press, gpointer data);
/* Calls `use`; until that returns the site stays as it is. From any thread. */
void desk_use (Desk *desk, DeskUse use, gpointer data);

/* What is wrong with the site, as far as it is known. */
FaultBook *desk_faults (Desk *desk);
/* How much of the site the list covers. */
void desk_progress (Desk *desk, guint *done, guint *total);
/* The moment that was asked for, or MOMENT_NONE. */
Moment desk_now (const Desk *desk);
