/* SPDX-License-Identifier: MIT */
/* How full boxes are: what their content needs, whatever height they were given. */
#pragma once

#include "print/place/box.h"

/* The height that the content of a laid-out box needs, from the top of its content box, points: as
 * if nothing were stretched, grown or pushed apart. More than the content box has when it does not
 * fit. */
double measure_used (const Box *box);
/* The height of the content box, points. */
double measure_room (const Box *box);
