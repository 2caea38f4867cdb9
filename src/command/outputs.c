/* SPDX-License-Identifier: MIT */
/* loa help outputs: the table of products, as far as authors can ask for them. Each begins with the
 * name of its file, which completion (docs/loa.bash) and tests look for at the start of a line. */
#include "command/command.h"

#include "base/i18n.h"
#include "model/product.h"

#include <stdio.h>

/* Kinds in a set, as `kind` names them. Caller frees. */
static char *
kinds_text (guint set)
{
  GString *list = g_string_new (NULL);

  for (DocumentKind kind = 0; kind < N_KINDS; kind++)
    if (set & 1u << kind)
      g_string_append_printf (list, "%s%s", list->len ? ", " : "", document_kind_id (kind));
  return g_string_free (list, FALSE);
}

static char *
print_options_text (guint set)
{
  GString *list = g_string_new (NULL);

  for (PrintOption option = 0; option < N_PRINT_OPTIONS; option++) {
    const Spelling *word = print_option_word (option);
    if (set & 1u << option)
      g_string_append_printf (list, "%s%s/%s", list->len ? ", " : "", word->english,
                              word->vietnamese);
  }
  return g_string_free (list, FALSE);
}

static char *
paper_text (const Product *product)
{
  GString *text = g_string_new (product->paper);

  static const char *const imposed[N_IMPOSITIONS] = {
    [IMPOSITION_TWO_UP] = N_ (", two on a sheet"),
    [IMPOSITION_TILES] = N_ (", in parts on A4"),
    [IMPOSITION_TILES_LARGER] = N_ (", as large as A2, in parts on A4"),
  };

  if (imposed[product->imposition])
    g_string_append (text, _ (imposed[product->imposition]));
  if (product->most_pages > 0)
    g_string_append_printf (text,
                            ngettext (", up to %u page", ", up to %u pages", product->most_pages),
                            product->most_pages);
  return g_string_free (text, FALSE);
}

static void
print_line (const char *label, char *text_take, FILE *stream)
{
  if (text_take && *text_take)
    fprintf (stream, "    %s: %s\n", label, text_take);
  g_free (text_take);
}

static void
print_product (const Product *product, FILE *stream)
{
  fprintf (stream, "%s  %s", product->file ? product->file : "*.html", product->word.english);
  if (g_strcmp0 (product->word.english, product->word.vietnamese) != 0)
    fprintf (stream, ", %s", product->word.vietnamese);
  fprintf (stream, "\n");
  print_line (_ ("paper"), product->paper ? paper_text (product) : NULL, stream);
  print_line (_ ("print"), print_options_text (product->print_options), stream);
  print_line (_ ("usual for"), kinds_text (product->usual_for), stream);
  print_line (_ ("usual when sent, for"),
              kinds_text (product->usual_when_sent & ~product->usual_for), stream);
  print_line (_ ("only for"), kinds_text (product->only_for), stream);
  if (product->in_kit)
    print_line (_ ("part of"), g_strdup (product->in_bundle ? _ ("kits, bundles") : _ ("kits")),
                stream);
}

void
outputs_print (FILE *stream)
{
  fprintf (stream, _ ("What a document can become, by the words of “outputs” (“đầu ra”):\n\n"));
  for (const Product *product = product_next (NULL); product; product = product_next (product))
    if (product->word.english)
      print_product (product, stream);
}
