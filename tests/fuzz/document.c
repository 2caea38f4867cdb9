/* SPDX-License-Identifier: MIT */
/* A whole document: front matter, body, page and script. */
#include "fuzz.h"
#include "lexicon.h"

#include "load/body.h"
#include "load/front_matter.h"
#include "render/html/body.h"
#include "speech/script.h"

static const char *const no_lines[] = { NULL };
static const Locality ward = { .code = "09886", .name = "Hà Đông", .kind = LOCALITY_WARD };
static const Office office = { .id = "a",
                               .locality = &ward,
                               .parent_lines = no_lines,
                               .name_lines = no_lines,
                               .name = "Ủy ban nhân dân phường Hà Đông",
                               .station = { .name = "Đài truyền thanh phường Hà Đông" } };

/* What becomes of `document` and the body that starts at its offset. */
static void
render (Document *document, const Source *source, Report *report)
{
  gboolean is_guide = document->kind == KIND_GUIDE;
  g_autoptr (Body) body =
    body_parse (source, document->body_offset, document->body_line, is_guide, report);
  g_autoptr (GString) page = g_string_new (NULL);

  if (body == NULL)
    return;
  html_body (body_root (body), document->kind, NULL, "vi", NULL, NULL, FALSE, page);
  g_assert_true (g_utf8_validate_len (page->str, page->len, NULL));
  g_autoptr (Announcer) announcer = announcer_new (fuzz_lexicon ());
  const FactScope scope = { .office = document->office };
  for (guint i = 0; i < 2; i++)
    script_free (script_new (announcer, document, &scope, body_root (body), FALSE, source, report));
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autoptr (Source) source = fuzz_source (bytes, length);
  g_autoptr (Report) report = report_new ();

  if (source == NULL)
    return 0;
  FrontMatter *matter = front_matter_read (NULL, source, report);
  if (matter && matter->document.title) {
    matter->document.office = &office;
    render (&matter->document, source, report);
  }
  if (matter)
    arena_free (matter->document.arena);
  fuzz_print (report);
  return 0;
}
