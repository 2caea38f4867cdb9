/* SPDX-License-Identifier: MIT */
/* Inside render/: when things happen, as people say it on the day on which the site is made. */
#pragma once

#include "base/value.h"
#include "model/site.h"

/* “Thứ Sáu, 27/11/2026, 7 giờ 30”. Caller frees. */
char *event_when (const Phase *phase);
/* “Hôm nay”, “Ngày mai”, “Trong tuần này”, “Sắp tới”; NULL when nothing is to happen. Constant. */
const char *event_group (const Document *document, Date today);
/* `event` of an item: `when`, `where`, `areas` (one text, or empty), `group`; null for what does not
 * happen any more, or never did. */
Value *view_event (const Site *site, const Document *document);
