/* SPDX-License-Identifier: MIT */
/* The facts of a body (model/fact.h): nodes that wait for a value, and sections that stand or do
 * not. The tree is parsed once; for each office that says it, it is filled anew, which costs only
 * its facts. Belongs to the thread that has the tree. */
#pragma once

#include "model/body.h"
#include "model/fact.h"

typedef struct BodyFacts BodyFacts;

/* Without any. Caller frees. */
BodyFacts *body_facts_new (void);
/* The nodes stay, except those of sections that do not stand: they are the tree's memory. NULL is
 * nothing. */
void body_facts_free (BodyFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BodyFacts, body_facts_free)

/* `node` (BODY_FACT, with one text below it) has the value `name`, which is copied. */
void body_facts_add_value (BodyFacts *facts, cmark_node *node, const char *name, gsize length);
/* The nodes between `from` and `to`, two empty nodes of one parent, stand when there is a value
 * `name`, or when there is none (`is_inverse`). */
void body_facts_add_section (BodyFacts *facts, cmark_node *from, cmark_node *to, const char *name,
                             gsize length, gboolean is_inverse);

/* TRUE the first time it is called with this name. */
gboolean body_facts_ask (BodyFacts *facts, const char *name);
/* TRUE when the body says another thing for another office. */
gboolean body_facts_differ (const BodyFacts *facts);
/* Fills the tree as `scope` says; as often as one likes. What is not there is empty. */
void body_facts_fill (BodyFacts *facts, const FactScope *scope);
