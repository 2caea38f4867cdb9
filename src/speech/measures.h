/* SPDX-License-Identifier: MIT */
/* Inside speech/: a number with its unit beside another: what each of them measures. */
#pragma once

#include "speech/saying.h"

/* "15kVA-380V", "12m-7,2kN" with the dash at `at`: measures of different things, and no way from
 * one to the other. */
gboolean measures_are_joined (const Saying *saying, int at);
