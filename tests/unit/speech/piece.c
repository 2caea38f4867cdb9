/* SPDX-License-Identifier: MIT */
#include "speech/piece.h"

#include "load/builtin.h"

#include <string.h>

/* The pieces of a line: "spoken[written] sign", undecided ones with a question mark, ends of lines
 * with a star. */
static char *
pieces_text (const char *line)
{
  g_autoptr (Report) report = report_new ();
  g_autoptr (Source) source = source_new ("a.md", line, -1);
  g_autoptr (Value) built_in = builtin_lexicon ();
  g_autoptr (Lexicon) lexicon = lexicon_new (built_in, NULL, NULL, report);
  g_autoptr (Speech) speech = speech_new (lexicon, NULL, source, report);
  g_autoptr (GString) spoken = g_string_new (NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (SpeechSpan));
  const SpeechPlace place = { 0, { 1, 1 } };
  const SpeechText text = { line, strlen (line), &place, 1 };

  speech_say (speech, &text, spoken, spans);
  g_autoptr (GArray) pieces =
    pieces_cut (lexicon, spoken->str, (const SpeechSpan *) spans->data, spans->len, line, TRUE);
  for (guint i = 0; i < pieces->len; i++) {
    const ScriptPiece *piece = &g_array_index (pieces, ScriptPiece, i);
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "", piece->spoken);
    if (piece->written)
      g_string_append_printf (out, "[%s]", piece->written);
    g_string_append_printf (out, "%s%s%s%s", piece->is_undecided ? "?" : "",
                            piece->breath ? " " : "", breath_sign (piece->breath),
                            piece->ends_line ? "*" : "");
  }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_pieces (void)
{
  static const struct {
    const char *written, *pieces;
  } rows[] = {
    { "", "" },
    { "Xin chào bà con.", "Xin chào bà con. ///" },
    { "Có 5 hộ, 3 tổ.", "Có năm[5] hộ, / ba[3] tổ. ///" },
    { "Theo 59/2022/NĐ-CP, mời họp.",
      "Theo Nghị định số năm mươi chín năm hai nghìn không trăm hai mươi hai của Chính "
      "phủ,[59/2022/NĐ-CP] / mời họp. ///" },
    /* nothing to check in what only changed its case, nor in marks */
    { "PHƯỜNG HÀ ĐÔNG (mới)", "Phường Hà Đông, / mới ///" },
    { "Hỏi ở XYZQ nhé.", "Hỏi ở ích-xì i-dài dét quy[XYZQ]? nhé. ///" },
    /* letters in pieces and invisible ones are one letter to the eye */
    { "Co\xCC\x81 5 hô\xCC\xA3\xC2\xAD ơ\xCC\x89 XYZQ\xE2\x80\x8B nhe\xCC\x81",
      "Có năm[5] hộ ở ích-xì i-dài dét quy[XYZQ\xE2\x80\x8B]? nhé ///" },
    { "Mở tủ điện; khóa van ga; ra ngoài.", "Mở tủ điện; /* khóa van ga; /* ra ngoài. ///" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *pieces = pieces_text (rows[i].written);
    g_assert_cmpstr (pieces, ==, rows[i].pieces);
  }
}

/* Joined, the pieces are the sentence. */
static void
test_nothing_is_lost (void)
{
  const char *spoken = "một hai, ba bốn; năm sáu bảy tám chín mười mười một mười hai và mười ba.";
  const SpeechSpan spans[] = { { 0, 1, 0, 5, SPAN_SAID, SPEECH_BY_RULE },
                               { 2, 1, 21, 5, SPAN_SAID, SPEECH_BY_RULE } };
  g_autoptr (Report) report = report_new ();
  g_autoptr (Lexicon) lexicon = lexicon_new (NULL, NULL, NULL, report);
  g_autoptr (GArray) pieces = pieces_cut (lexicon, spoken, spans, 2, "1 5", FALSE);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? " " : "",
                            g_array_index (pieces, ScriptPiece, i).spoken);
  g_assert_cmpstr (joined->str, ==, spoken);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/piece/pieces", test_pieces);
  g_test_add_func ("/speech/piece/nothing-is-lost", test_nothing_is_lost);
  return g_test_run ();
}
