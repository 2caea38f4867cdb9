/* SPDX-License-Identifier: MIT */
/* Drawings (SVG) that citizens' browsers will open, and sheets of paper show: what may stand in one
 * is a list. */
#pragma once

#include "base/report.h"

/* Looks into a drawing. FALSE after reporting what could act (scripts, event handlers, animation)
 * or fetch (addresses other than “#…”), or that it is no drawing. What else is not on the list
 * (metadata of editors, foreign names, unknown elements and attributes) is named in one warning and
 * left out: `cleaned` then holds what is to be published, and is empty when the file may be as it
 * is. By any thread. */
gboolean drawing_check (const Source *source, GString *cleaned, Report *report);
