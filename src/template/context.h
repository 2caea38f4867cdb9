/* SPDX-License-Identifier: MIT */
/* Names and what they mean: the data, and within sections the values that opened them. */
#pragma once

#include "template/node.h"

typedef struct Context Context;
struct Context {
  const Value *value;
  const Context *outer;
};

/* What the name of `node` (a variable or section) means here; NULL when nothing is called so. */
const Value *context_find (const Context *context, const Node *node);

/* Reports that `node` of `template` names nothing, with the nearest name there is. */
void context_report_unknown (const Context *context, const Template *template, const Node *node,
                             Report *report);
