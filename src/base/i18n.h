/* SPDX-License-Identifier: MIT */
/* Messages to people: English in the code, Vietnamese in po/vi.po, chosen by locale (gettext). */
#pragma once

#include <libintl.h>

#define _(text)  gettext (text)
#define N_(text) text
