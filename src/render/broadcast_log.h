/* SPDX-License-Identifier: MIT */
/* Inside render/: the log of a station for a month (sổ theo dõi phát thanh), a line for each time
 * that something is read, with room for who read it and who approved it. */
#pragma once

#include "render/page_context.h"

/* Fills `page->data` with `log` of docs/templates.md. */
void broadcast_log_fill (PageContext *page);
