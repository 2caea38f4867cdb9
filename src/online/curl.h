/* SPDX-License-Identifier: MIT */
/* libcurl, loaded when somebody asks for the network and at no other time: nothing else of the
 * program can reach it. What is called of it is this table. */
#pragma once

#include <glib.h>

#include <curl/curl.h>

#define CURL_FUNCTIONS(X)                                                                          \
  X (curl_global_init)                                                                             \
  X (curl_easy_init)                                                                               \
  X (curl_easy_setopt)                                                                             \
  X (curl_easy_perform)                                                                            \
  X (curl_easy_getinfo)                                                                            \
  X (curl_easy_cleanup)

/* libcurl checks the types of options by macros of these names. */
#undef curl_easy_setopt
#undef curl_easy_getinfo

typedef struct {
#define CURL_MEMBER(name) __typeof__ (name) *name;
  CURL_FUNCTIONS (CURL_MEMBER)
#undef CURL_MEMBER
} Curl;

/* The same table for all; NULL when the library is not there. Any thread. */
const Curl *curl_library (void);
