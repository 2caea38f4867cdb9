/* SPDX-License-Identifier: MIT */
/* Inside editor/: a glance at the bytes of a text. Most hold nothing that could stop a build, and
 * cost it no more than this. */
#pragma once

#include <glib.h>

/* FALSE when none of the rules that stop a build can apply: no letter only looks like ours (those
 * begin with bytes ours do not), no text is from before Unicode, no number is so long that it may
 * be that of a person. */
gboolean glance_may_stop (const char *text, gsize length);
