/* SPDX-License-Identifier: MIT */
/* libvips, loaded when the first photo is read: it and what it brings along cost 15 ms and more,
 * which a site without photos, and “loa --version”, do not pay. What is called of it is this
 * table.
 *
 * Of all it can open, only the loaders below are let run, and those are called by name: what a
 * stranger sends never reaches another. */
#pragma once

#include <vips/vips.h>

#define VIPS_FUNCTIONS(X)                                                                          \
  X (vips_init)                                                                                    \
  X (vips_concurrency_set)                                                                         \
  X (vips_cache_set_max)                                                                           \
  X (vips_operation_block_set)                                                                     \
  X (vips_error_clear)                                                                             \
  X (vips_jpegload_buffer)                                                                         \
  X (vips_pngload_buffer)                                                                          \
  X (vips_webpload_buffer)                                                                         \
  X (vips_gifload_buffer)                                                                          \
  X (vips_heifload_buffer)                                                                         \
  X (vips_pdfload_buffer)                                                                          \
  X (vips_jpegsave_buffer)                                                                         \
  X (vips_pngsave_buffer)                                                                          \
  X (vips_webpsave_buffer)                                                                         \
  X (vips_gifsave_buffer)                                                                          \
  X (vips_thumbnail_image)                                                                         \
  X (vips_colourspace)                                                                             \
  X (vips_cast)                                                                                    \
  X (vips_image_get_typeof)                                                                        \
  X (vips_image_get_blob)                                                                          \
  X (vips_image_set_int)                                                                           \
  X (vips_extract_band)                                                                            \
  X (vips_extract_area)                                                                            \
  X (vips_copy)                                                                                    \
  X (vips_image_write_to_memory)                                                                   \
  X (vips_image_new_from_memory_copy)                                                              \
  X (vips_image_get_orientation)                                                                   \
  X (vips_image_get_orientation_swap)                                                              \
  X (vips_image_hasalpha)                                                                          \
  X (vips_image_get_n_pages)                                                                       \
  X (vips_flatten)                                                                                 \
  X (vips_array_double_new)                                                                        \
  X (vips_area_unref)

typedef struct {
#define VIPS_MEMBER(name) __typeof__ (name) *name;
  VIPS_FUNCTIONS (VIPS_MEMBER)
#undef VIPS_MEMBER
} Vips;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VipsImage, g_object_unref)

/* The same table for all; NULL when the library is not there. Any thread. */
const Vips *vips_library (void);
