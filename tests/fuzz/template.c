/* SPDX-License-Identifier: MIT */
/* A template and, after a form feed, the partial or parent it calls “a”. */
#include "fuzz.h"

#include "template/template.h"

static Source *
find_part (const char *name, gpointer data)
{
  const Source *whole = data;
  const char *feed = memchr (whole->text, '\f', whole->length);
  gsize first = feed ? (gsize) (feed - whole->text) : whole->length;

  if (strcmp (name, "page") == 0)
    return source_new (name, whole->text, first);
  if (strcmp (name, "a") == 0 && feed)
    return source_new (name, feed + 1, whole->length - first - 1);
  return NULL;
}

static Value *
some_data (void)
{
  Value *data = value_map ();
  Value *list = value_list ();

  for (int i = 0; i < 2; i++) {
    Value *item = value_map ();
    value_set_text (item, "b", i ? "hai" : "<một>");
    value_add (list, item);
  }
  value_set (data, "a", list);
  value_set_text (data, "b", "Hà Đông\n&");
  value_set (data, "c", value_null ());
  return data;
}

static void
fill (Source *source, TemplateFlags flags)
{
  g_autoptr (TemplateSet) set = template_set_new (find_part, source, flags);
  g_autoptr (Report) report = report_new ();
  g_autoptr (Value) data = some_data ();
  g_autoptr (GString) out = g_string_new (NULL);
  const Template *page = template_set_get (set, "page", report);

  if (page && template_fill (page, NULL, data, template_escape_html, out, report))
    g_assert_true (g_utf8_validate_len (out->str, out->len, NULL));
  fuzz_print (report);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autoptr (Source) source = fuzz_source (bytes, length);

  if (source == NULL)
    return 0;
  fill (source, TEMPLATE_STRICT);
  fill (source, TEMPLATE_LENIENT);
  return 0;
}
