/* SPDX-License-Identifier: MIT */
/* The loudspeaker script as template data: `script` of docs/templates.md. */
#pragma once

#include "base/value.h"
#include "plan/plan.h"
#include "speech/script.h"

/* `output` says for which office, and whether as a part of its kit. */
Value *script_view (const Script *script, const Output *output);
