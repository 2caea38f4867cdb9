/* SPDX-License-Identifier: MIT */
#include "template/context.h"

#include "../support.h"

static const char data_text[] = "outer";

/* outer: { name, office: { name: Sở, phone: … }, eleven: { k00 … k10 }, none: {} }; inner: { name,
 * number } */
static Value *
new_outer (void)
{
  static const char *const keys[] = { "kaa", "kbb", "kcc", "kdd", "kee", "kff",
                                      "kgg", "khh", "kii", "kjj", "kkk" };
  Value *outer = value_map ();
  Value *office = value_map ();
  Value *ten = value_map ();
  Value *eleven = value_map ();

  value_set_text (office, "name", "Sở");
  value_set_text (office, "phone", "024");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    value_set_text (eleven, keys[i], "");
    if (i > 0)
      value_set_text (ten, keys[i], "");
  }
  value_set_text (outer, "name", data_text);
  value_set (outer, "office", office);
  value_set (outer, "ten", ten);
  value_set (outer, "eleven", eleven);
  value_set (outer, "none", value_map ());
  return outer;
}

static Value *
new_inner (void)
{
  Value *inner = value_map ();
  value_set_text (inner, "name", "inner");
  value_set_text (inner, "number", "7");
  return inner;
}

/* What the name means with inner in outer: its text, "(map)", or NULL. The complaint about it goes
 * into `message`. */
static char *
look_up (const char *name, char **message)
{
  g_autoptr (Value) outer = new_outer ();
  g_autoptr (Value) inner = new_inner ();
  const Context far = { outer, NULL }, near = { inner, &far };
  g_autoptr (Report) report = report_new ();
  g_autofree char *text = g_strdup_printf ("\n  {{%s}}", name);
  Template *template = template_parse (source_new ("t", text, -1), 0, report);
  const Node *node = template->first->next;
  const Value *value = context_find (&near, node);
  char *found = NULL;

  if (value)
    found = g_strdup (value_kind (value) == VALUE_TEXT ? value_get_text (value, NULL) : "(map)");
  else
    context_report_unknown (&near, template, node, report);
  *message = report_text (report);
  template_free (template);
  return found;
}

static void
test_find (void)
{
  static const struct {
    const char *name, *found;
  } rows[] = {
    { "name", "inner" },     { "number", "7" },          { "office.name", "Sở" },
    { ".", "(map)" },        { "office", "(map)" },      { "none", "(map)" },
    { "nothing", NULL },     { "office.nothing", NULL }, { "name.x", NULL },
    { "number.name", NULL }, /* a part is not looked for further out */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *message = NULL;
    g_autofree char *found = look_up (rows[i].name, &message);
    g_assert_cmpstr (found, ==, rows[i].found);
  }
}

/* What is said of a name that means nothing: what owns it, and what comes near, or all there is. */
static void
test_unknown (void)
{
  static const struct {
    const char *name, *message, *advice;
  } rows[] = {
    { "nam", "t:2:3: error: there is nothing called “nam” here", "did you mean “name”?" },
    { "offices.name", "t:2:3: error: there is nothing called “offices” here",
      "did you mean “office”?" },
    { "office.zzzz", "t:2:3: error: “office” has nothing called “zzzz”",
      "known here: name, phone" },
    { "office.phones", "t:2:3: error: “office” has nothing called “phones”",
      "did you mean “phone”?" },
    { "office.name.zzzz", "t:2:3: error: “office.name” has nothing called “zzzz”", NULL },
    { "none.x", "t:2:3: error: “none” has nothing called “x”", NULL },
    { "ten.zzzzzzz", "t:2:3: error: “ten” has nothing called “zzzzzzz”",
      "known here: kbb, kcc, kdd, kee, kff, kgg, khh, kii, kjj, kkk\n" },
    { "eleven.zzzzzzz", "t:2:3: error: “eleven” has nothing called “zzzzzzz”",
      "known here: kaa, kbb, kcc, kdd, kee, kff, kgg, khh, kii, kjj, …\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *message = NULL;
    g_assert_null (look_up (rows[i].name, &message));
    g_test_message ("%s", message);
    g_assert_nonnull (strstr (message, rows[i].message));
    if (rows[i].advice)
      g_assert_nonnull (strstr (message, rows[i].advice));
    else
      g_assert_null (strstr (message, "= "));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/context/find", test_find);
  g_test_add_func ("/context/unknown", test_unknown);
  return g_test_run ();
}
