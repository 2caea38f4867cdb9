/* SPDX-License-Identifier: MIT */
/* Whether what a style sheet of a site writes can be read on what it paints below it. */
#pragma once

#include "base/report.h"

/* Warns of each rule that says both the colour of letters and that of their ground where the two
 * are too close (WCAG 2.1, 1.4.3). Only what one rule says of itself is looked at: colours in
 * figures, and the names of the usual ones. What is inherited, half transparent, a picture or a
 * variable is not. */
void contrast_check (const Source *style, Report *report);
