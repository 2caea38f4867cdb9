/* SPDX-License-Identifier: MIT */
/* A name is looked for outwards by its first part only: “a.b” is b of the nearest a. If that one
 * has no b it means nothing, for taking it from an a further out would be a guess. */
#include "template/context.h"

#include "base/i18n.h"

#define MOST_NAMES_SHOWN 10

static const Value *
context_find_first (const Context *context, const ValueKey *key)
{
  for (; context; context = context->outer) {
    const Value *value = value_find_key (context->value, key);
    if (value)
      return value;
  }
  return NULL;
}

const Value *
context_find (const Context *context, const Node *node)
{
  const ValueKey *part = node->path;

  if (part->text == NULL)
    return context->value;
  const Value *value = context_find_first (context, part);
  while (value && (++part)->text)
    value = value_find_key (value, part);
  return value;
}

static void
add_keys (GPtrArray *words, const Value *value)
{
  if (value_kind (value) != VALUE_MAP)
    return;
  for (guint i = 0; i < value_length (value); i++)
    g_ptr_array_add (words, (gpointer) value_key (value, i));
}

/* “did you mean …?”, or what there is. `words` ends with NULL. */
static char *
advise (const char *word, const GPtrArray *words)
{
  char *suggestion = template_suggest (word, (const char *const *) words->pdata);
  guint n = words->len - 1;

  if (suggestion || n == 0)
    return suggestion;
  g_autoptr (GString) advice = g_string_new (_ ("known here:"));
  for (guint i = 0; i < MIN (n, MOST_NAMES_SHOWN); i++)
    g_string_append_printf (advice, "%s %s", i ? "," : "", (const char *) words->pdata[i]);
  if (n > MOST_NAMES_SHOWN)
    g_string_append (advice, ", …");
  return g_strdup (advice->str);
}

void
context_report_unknown (const Context *context, const Template *template, const Node *node,
                        Report *report)
{
  const ValueKey *part = node->path;
  const Value *owner = NULL; /* what the parts before `part` mean */

  for (const Value *value = context_find_first (context, part); value;
       value = value_find_key (owner, part)) {
    owner = value;
    part++;
  }
  g_autoptr (GPtrArray) words = g_ptr_array_new (); /* borrowed */
  if (owner)
    add_keys (words, owner);
  else
    for (const Context *c = context; c; c = c->outer)
      add_keys (words, c->value);
  g_ptr_array_add (words, NULL);
  g_autofree char *advice = advise (part->text, words);

  if (owner == NULL) {
    report_error (report, template->source, node->place, advice,
                  _ ("there is nothing called “%s” here"), part->text);
    return;
  }
  g_autoptr (GString) known = g_string_new (node->path->text);
  for (const ValueKey *p = node->path + 1; p < part; p++)
    g_string_append_printf (known, ".%s", p->text);
  report_error (report, template->source, node->place, advice, _ ("“%s” has nothing called “%s”"),
                known->str, part->text);
}
