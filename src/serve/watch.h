/* SPDX-License-Identifier: MIT */
/* The files of a folder, watched: what was written, came or went since.
 *
 * What the system says (inotify) is taken as a hint where to look; what changed is known by what
 * stat() says of the files then and before. So an editor that writes beside and renames, one that
 * writes twice, and a tool that touches without a change all come out as what they did. Every few
 * seconds all is looked at, since some disks (network drives) say nothing. */
#pragma once

#include <glib.h>

typedef struct Watch Watch;

/* `changed` has the paths (char *, below the root) of files that are another, new or gone; never
 * empty. In the main context that was the thread's default when the watch was made. */
typedef void (*WatchChanged) (const GPtrArray *changed, gpointer data);

/* Watches all files below the folders `folders` (ended by NULL) of `root`, whether these are there
 * yet or not. Hidden files and those of editors are no files. Caller frees. */
Watch *watch_new (const char *root, const char *const *folders, WatchChanged changed,
                  gpointer data);
void watch_free (Watch *watch); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Watch, watch_free)

/* Looks at all files now, and tells what changed. */
void watch_look (Watch *watch);
